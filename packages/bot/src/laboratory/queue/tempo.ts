/** How fast processes notice of each other. **Unit** milliseconds. */
export interface Tempo {
  /** A job whose worker has not said for so long that it lives is given to another. */
  readonly lockMs: number;
  /** How often that is looked for. */
  readonly stalledMs: number;
  /** How often a worker says that it lives; after three times as long it counts as gone. */
  readonly beatMs: number;
  /** How often those who wait for a job look after it: an event may have been lost together with a connection. */
  readonly lookMs: number;
  /** How long Redis may take for one thing. */
  readonly answerMs: number;
  /** How long Redis may be away before those who wait are told so. */
  readonly awayMs: number;
}

/** A worker that ends without a word is replaced within some ten seconds; one that is merely busy has its lock renewed four times as often. */
export const usualTempo: Tempo = Object.freeze({
  lockMs: 8000,
  stalledMs: 4000,
  beatMs: 3000,
  lookMs: 5000,
  answerMs: 5000,
  awayMs: 10_000,
});

/** Questions that a worker plans, judges and draws at once; it measures nothing meanwhile, so they take no place that an errand needs. */
export const questionsAtOnce = 2;

/** How often a job is given to another worker before it counts as what ends workers. */
export const mostStalls = 2;

/** Progress that is told less often is no less true. */
export const progressMs = 200;

/** How many events a queue remembers, for those whose connection was away. */
export const mostEvents = 2000;

/** How long results wait for whoever asked, and errands for a question that is answered again. **Unit** seconds. */
export const parcelSeconds = 600;

/** Jobs that are done are kept for those who look after them, and then removed. */
export const keep = {
  removeOnComplete: { age: 120, count: 100 },
  removeOnFail: { age: 600, count: 100 },
} as const;
