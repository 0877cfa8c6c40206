import type { Issue } from '../../experiment/issue.ts';
import { mistake, quote } from '../mistake.ts';

export const asksForWords = (given: string, example: string): Issue =>
  mistake({
    given,
    problem: `${quote(given)} asks for words, not for a network`,
    allowed: [example],
    label: 'a network is asked for as',
  });

export const asksForMany = (given: string, example: string): Issue =>
  mistake({
    given,
    problem: `${quote(given)} asks for more than the look at one network`,
    allowed: [example],
    label: 'one network is asked for as',
  });

export const tooExpensive = (
  given: string,
  asks: string,
  limit: string,
  fits: { readonly nearest: string | null; readonly changes: readonly string[] },
): Issue =>
  mistake({
    given,
    problem: `the question asks for ${asks}, above ${limit}`,
    nearest: fits.nearest,
    allowed: fits.changes,
    label: 'fits with',
  });
