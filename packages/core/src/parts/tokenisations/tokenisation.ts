import type { Variant } from '../variant.ts';

/** What a symbol of a text is. */
export interface Tokenisation extends Variant {
  /** The most symbols that any text has. */
  readonly most: number;
  readonly split: (text: string) => readonly string[];
}
