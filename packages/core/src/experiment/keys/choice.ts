import type { Shelf, Shelved } from '../../parts/shelf.ts';
import type { Choice, Variant } from '../../parts/variant.ts';

/** A variant by name, with a number or (null) with its own default. */
export const choiceOf = (name: string, parameter: number | null = null): Choice => Object.freeze({ name, parameter });

/** What may be named: a shelf, and what is announced for it. */
export const shelfWith = (built: Shelf, coming: readonly Variant[] = []): Shelf => {
  const all: readonly Shelved[] = [...Object.values(built), ...coming];
  return Object.freeze(Object.fromEntries(all.map((variant) => [variant.name, variant])));
};
