import type { Issue } from '@vanish/core/query';

/** A mistake outside the grammar: in an option, a path, a variable. Worded like the grammar's own. */
export interface DeskMistake {
  readonly field?: string | null;
  readonly given: string;
  /** What is wrong, in lower case and without its full stop. */
  readonly problem: string;
  readonly nearest?: string | null;
  readonly allowed?: readonly string[];
}

export const deskIssue = ({ field = null, given, problem, nearest = null, allowed = [] }: DeskMistake): Issue => {
  const hint = nearest === null ? '' : ` - did you mean "${nearest}"?`;
  const known = allowed.length === 0 ? '' : `${nearest === null ? ' - ' : ' '}known: ${allowed.join(', ')}`;
  return Object.freeze({ field, given, problem, nearest, allowed, message: `${problem}${hint}${known}` });
};
