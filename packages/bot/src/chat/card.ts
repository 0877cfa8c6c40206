import { parseQuery } from '@vanish/core/query';
import type { Answer } from '@vanish/core/study';
import type { Illustrated } from '../laboratory/studio.ts';
import { type Offered, offersFor } from './offers.ts';

/** How good the news is: coloured, and said in the headline too. */
export type Tone = 'good' | 'doubtful' | 'bad' | 'neutral';

/** An answer as people see it in a chat, before a platform gives it its form. */
export interface Card {
  readonly tone: Tone;
  /** One sentence with the number that matters. Plain text. */
  readonly headline: string;
  /** What is known besides, most telling first. Plain text. */
  readonly facts: readonly string[];
  /** Who measured, when, and what is missing. Plain text. */
  readonly footnote: string;
  /** Gives this very answer again, seed included. */
  readonly query: string;
  readonly picture: { readonly png: Uint8Array; readonly alt: string } | null;
  readonly offers: readonly Offered[];
}

/** Facts that are read. */
const mostFacts = 3;

/** An answer, since when it is known (null: just measured), and how long it took. */
export interface Known extends Illustrated {
  readonly keptSince: Date | null;
}

/** An answer as a card, with what to ask next. */
export const cardOf = (query: string, { answer, picture, keptSince }: Known): Card => ({
  tone: toneOf(answer),
  headline: answer.verdict.headline,
  facts: factsOf(answer),
  footnote: footnoteOf(answer, keptSince),
  query: withSeed(query),
  picture,
  offers: offersFor(query, answer),
});

/** Good, doubtful, bad, or what is neither. */
export const toneOf = (answer: Answer): Tone => {
  if (answer.kind === 'network') {
    const { kind } = answer.verdict;
    return kind === 'healthy' ? 'good' : kind === 'borderline' ? 'doubtful' : 'bad';
  }
  if (answer.kind !== 'training') return 'neutral';
  const { outcome } = answer.verdict;
  return outcome === 'learned' ? 'good' : outcome === 'partly' ? 'doubtful' : 'bad';
};

const factsOf = (answer: Answer): readonly string[] => {
  switch (answer.kind) {
    case 'network':
      return [answer.verdict.cause, ...answer.verdict.evidence].filter((fact) => fact !== '').slice(0, mostFacts);
    case 'training':
      return [answer.verdict.layers, answer.verdict.initially].filter((fact) => fact !== '').slice(0, mostFacts);
    case 'comparison':
    case 'sweep':
    case 'map':
    case 'cure':
      return answer.verdict.evidence.slice(0, mostFacts);
    default:
      return answer satisfies never;
  }
};

const engines = { tensorflow: 'TensorFlow', wasm: 'WebAssembly', cpu: 'plain JavaScript' } as const;

const footnoteOf = (answer: Answer, keptSince: Date | null): string => {
  const missing = 'unanswered' in answer ? answer.unanswered.length : 0;
  return [
    `measured with ${engines[answer.engine]}`,
    ...(keptSince === null ? [] : [`on ${keptSince.toISOString().slice(0, 10)}`]),
    ...(missing === 0 ? [] : [`${missing} of the networks not measured in the time given`]),
  ].join(' · ');
};

/** Canonical text leaves out a seed that is usual; who copies an answer's question wants it whole. */
export const withSeed = (query: string): string => {
  const parsed = parseQuery(query);
  if (parsed.kind === 'issues' || !('experiment' in parsed.question) || /(?:^|\s)seed=/u.test(query)) return query;
  return `${query} seed=${parsed.question.experiment.seed}`;
};
