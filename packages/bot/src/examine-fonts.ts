import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Finding } from '@vanish/core/engine';

/** Whether the fonts of the pictures are where the installation put them. */
export const examineFonts = async (): Promise<Finding> => {
  try {
    const { fontFiles } = await import('@vanish/plots');
    const files = fontFiles();
    await Promise.all(files.map((file) => access(file)));
    const names = files.map((file) => basename(file).replace(/\.ttf$/u, ''));
    return { name: 'fonts', value: names.join(', '), isFine: true, advice: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { name: 'fonts', value: `not readable: ${reason}`, isFine: false, advice: 'run `pnpm install` again' };
  }
};
