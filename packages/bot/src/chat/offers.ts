import type { Answer } from '@vanish/core/study';
import { isAskable, measuredOf } from './askable.ts';
import * as shelf from './offers/index.ts';
import type { Offer } from './offers/offer.ts';

/** Something to ask next, with one press. */
export interface Offered {
  /** Name on the shelf of offers. */
  readonly name: string;
  readonly label: string;
  readonly query: string;
}

const offers: readonly Offer[] = [...Object.values<Offer>(shelf)].sort((one, other) => one.rank - other.rank);

/** What may be asked next of an answer: each a question that works, and no question twice. */
export const offersFor = (query: string, answer: Answer | null): readonly Offered[] => {
  const question = measuredOf(query);
  if (question === null) return [];
  const asked = new Set([query]);
  return offers.flatMap(({ name, label, ask }) => {
    const text = ask(question, answer);
    if (text === null || asked.has(text) || !isAskable(text)) return [];
    asked.add(text);
    return [{ name, label, query: text }];
  });
};

/** What the button of that name asks of a question; null where there is no such button, or nothing to ask. */
export const targetOf = (name: string, query: string): string | null =>
  offersFor(query, null).find((offered) => offered.name === name)?.query ?? null;
