import type { Issue } from '../experiment/issue.ts';

/** What was read, or what is wrong with it. */
export type Parsed<Read> =
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] };

export const read = <Read>(value: Read): Parsed<Read> => ({ kind: 'read', read: value });

export const refused = (...issues: readonly Issue[]): { readonly kind: 'issues'; readonly issues: readonly Issue[] } => ({
  kind: 'issues',
  issues,
});
