import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { useEngine } from './engine.ts';

const { CI, VANISH_REQUIRE_NATIVE, VANISH_ENGINE_PROVISION } = process.env;
const isRequired = VANISH_REQUIRE_NATIVE === '1';
const isContinuousIntegration = CI === 'true' && VANISH_ENGINE_PROVISION !== 'skip';

test.runIf(isRequired || isContinuousIntegration)(
  'continuous integration measures on real TensorFlow wherever it can be had',
  { timeout: 600_000 },
  async ({ skip }) => {
    const { name, why } = await useEngine('auto');
    if (name !== 'tensorflow' && !isRequired) {
      const provisioning = provideTensorFlow();
      if (provisioning.status !== 0) return skip(`TensorFlow cannot be had here: ${provisioning.stderr.trim()}`);
    }
    expect(name, `TensorFlow can be had here and was not used: ${why}`).toBe('tensorflow');
  },
);

/** The workspace's provisioning step, which fails only where TensorFlow cannot be had. */
function provideTensorFlow(): { readonly status: number | null; readonly stderr: string } {
  const script = fileURLToPath(new URL('./provision/main.ts', import.meta.url));
  return spawnSync(process.execPath, ['--import', 'tsx', script, '--required'], { encoding: 'utf8' });
}
