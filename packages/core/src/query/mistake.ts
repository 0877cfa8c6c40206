import type { Issue } from '../experiment/issue.ts';

/** What an issue is made from; the sentence follows from it. */
export interface Mistake {
  readonly field?: string | null;
  readonly given: string;
  /** Without its full stop. May quote `given` through `quote`. */
  readonly problem: string;
  /** The nearest valid form, ready to be typed. */
  readonly nearest?: string | null;
  /** What of the nearest form the sentence shows, where not all of it. */
  readonly shown?: string;
  readonly allowed?: readonly string[];
  /** How the sentence introduces what is allowed. */
  readonly label?: string;
}

const longestGiven = 40;
const mostAllowedShown = 20;

/** Text short enough for a chat line. */
export const cut = (text: string): string => {
  const characters = [...text];
  return characters.length <= longestGiven ? text : `${characters.slice(0, longestGiven - 3).join('')}...`;
};

/** Somebody's own words inside a sentence: short, and without a quote that would end early. */
export const quote = (text: string): string => `"${cut(text).replaceAll('"', "'")}"`;

/** The issue of a mistake: problem, nearest form, what is allowed, in one sentence. */
export const mistake = ({
  field = null,
  given,
  problem,
  nearest = null,
  shown,
  allowed = [],
  label = 'known',
}: Mistake): Issue => {
  const hint = nearest === null ? '' : ` - did you mean "${shown ?? nearest}"?`;
  const some = allowed.slice(0, mostAllowedShown).join(', ') + (allowed.length > mostAllowedShown ? ', ...' : '');
  const choices = allowed.length === 0 ? '' : `${nearest === null ? ' - ' : ' '}${label}: ${some}`;
  return Object.freeze({
    field,
    given: cut(given),
    problem,
    nearest,
    allowed: Object.freeze([...allowed]),
    message: problem + hint + choices,
  });
};
