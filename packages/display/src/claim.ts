import { readable } from './readable-error.ts';
import { say } from './send-bundle.ts';

/**
 * What the text claims, checked by the numbers: says so where it holds.
 * **Throws** Error where it does not.
 */
export const claim = (sentence: string, holds: boolean): void => {
  if (!holds) throw readable(new Error(`this does not hold: ${sentence}`));
  say({ data: { 'text/plain': `✓ ${sentence}` }, metadata: {} });
};
