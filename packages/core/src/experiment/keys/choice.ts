import type { Shelf } from '../../parts/shelf.ts';
import type { Choice } from '../../parts/variant.ts';

/** A variant by name, with a number or (null) with its own default. */
export const choiceOf = (name: string, parameter: number | null = null): Choice => Object.freeze({ name, parameter });

/** What may be named: a shelf, by the names of its variants. */
export const shelfWith = (built: Shelf): Shelf =>
  Object.freeze(Object.fromEntries(Object.values(built).map((variant) => [variant.name, variant])));
