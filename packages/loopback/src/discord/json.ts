/** A JSON object of a stranger: nothing is known of its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** What was sent as an object; anything else has no fields. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** What was sent as a list; anything else has no items. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What was sent as text; anything else is empty. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What was sent as a number; anything else is 0. */
export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Characters as Discord counts them: code points, not halves of surrogate pairs. */
export const lengthOf = (value: unknown): number => [...textOf(value)].length;

/** True for what a JSON body leaves out or sets to null. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;
