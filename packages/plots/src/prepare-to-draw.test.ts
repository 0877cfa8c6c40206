import { expect, test } from 'vitest';
import { prepareToDraw } from './prepare-to-draw.ts';

test('the rehearsal goes through, and twice', async () => {
  await expect(prepareToDraw()).resolves.toBeUndefined();
  await expect(prepareToDraw()).resolves.toBeUndefined();
});
