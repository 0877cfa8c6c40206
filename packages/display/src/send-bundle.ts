import * as kernels from './screens/index.ts';
import type { Bundle, Kernel, Screen, Spot } from './screens/screen.ts';

/**
 * Puts an output below the cell that runs, in a new place, or in a spot that can change later.
 * Returns false where this process is no notebook, and does nothing there.
 */
export const sendBundle = (bundle: Bundle, spot: Spot | null = null): boolean => {
  const screen = findScreen();
  screen?.(bundle, spot);
  return screen !== null;
};

const shelf: readonly Kernel[] = Object.values(kernels);

const findScreen = (): Screen | null => {
  for (const kernel of shelf) {
    const screen = kernel();
    if (screen !== null) return screen;
  }
  return null;
};

/** Whether this process is the kernel of a notebook. */
export const isInNotebook = (): boolean => findScreen() !== null;

/** The same for whoever has something to say: outside a notebook its text goes to standard output. */
export const say = (bundle: Bundle): void => {
  if (!sendBundle(bundle)) process.stdout.write(`${String(bundle.data['text/plain'])}\n`);
};
