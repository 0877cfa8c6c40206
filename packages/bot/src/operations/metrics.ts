import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type OpenRegistry, openRegistry } from './open-registry.ts';

/** Where questions come from. */
export const chatPlatforms = ['discord', 'slack'] as const;

/** One of the platforms that are counted. */
export type ChatPlatform = (typeof chatPlatforms)[number];

/** How a question may end: measured, measured in part, known already, answered in words, misunderstood, or not answered at all. */
export const outcomes = ['answered', 'partial', 'kept', 'words', 'mistake', 'refused', 'cancelled', 'late', 'failed'] as const;

/** One of the ways in which a question ends. */
export type Outcome = (typeof outcomes)[number];

/**
 * What the bot counts. Times are given in milliseconds and shown in seconds; a time that is no number is left out, since counting
 * must never end an answer.
 */
export interface Metrics extends Pick<OpenRegistry, 'text' | 'close'> {
  /** A question came in. */
  readonly received: (platform: ChatPlatform) => void;
  /** The platform was told that the question is heard. */
  readonly acknowledged: (platform: ChatPlatform, milliseconds: number) => void;
  /** A question ended, so long after it came in. */
  readonly finished: (platform: ChatPlatform, outcome: Outcome, milliseconds: number) => void;
  /** A question left the queue after this time. */
  readonly waited: (milliseconds: number) => void;
  /** How many wait; asked at each reading. */
  readonly setQueue: (count: () => number) => void;
  /** How many are being measured; asked at each reading. */
  readonly setRunning: (count: () => number) => void;
  /** The platform asked for patience (429). */
  readonly rateLimited: (platform: ChatPlatform) => void;
  /** A connection was lost and opened again. */
  readonly reconnected: (platform: ChatPlatform) => void;
  /** The platform delivered something twice. */
  readonly duplicate: (platform: ChatPlatform) => void;
}

// a platform gives up after 3 s
const acknowledgementSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3];
const questionSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 60, 120, 300];
const waitSeconds = [0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

/** Counts what people ask, and how that goes. */
export const openMetrics = (): Metrics => {
  const { registry, text, close } = openRegistry();
  return Object.freeze({
    ...openCounters(registry),
    ...openTimes(registry),
    setQueue: openLevel(registry, 'vanish_queue_length', 'Questions that wait.'),
    setRunning: openLevel(registry, 'vanish_running', 'Questions that are being measured.'),
    text,
    close,
  });
};

type Counters = Pick<Metrics, 'received' | 'rateLimited' | 'reconnected' | 'duplicate'>;

const openCounters = (registry: Registry): Counters => ({
  received: openCounter(registry, 'vanish_questions_received_total', 'Questions that came in.'),
  rateLimited: openCounter(registry, 'vanish_rate_limited_total', 'Answers of a platform that asked for patience (429).'),
  reconnected: openCounter(registry, 'vanish_reconnections_total', 'Connections that were lost and opened again.'),
  duplicate: openCounter(registry, 'vanish_duplicates_total', 'Deliveries that had come before.'),
});

const openCounter = (registry: Registry, name: string, help: string): ((platform: ChatPlatform) => void) => {
  const counter = new Counter({ name, help, labelNames: ['platform'], registers: [registry] });
  // a rate needs to have seen the zero before the first event
  for (const platform of chatPlatforms) counter.inc({ platform }, 0);
  return (platform) => counter.inc({ platform });
};

type Times = Pick<Metrics, 'acknowledged' | 'finished' | 'waited'>;

const openTimes = (registry: Registry): Times => {
  const registers = [registry];
  const acknowledgement = new Histogram({
    name: 'vanish_acknowledgement_seconds',
    help: 'From the arrival of a question until the platform was told that it is heard.',
    labelNames: ['platform'],
    buckets: acknowledgementSeconds,
    registers,
  });
  const question = new Histogram({
    name: 'vanish_question_seconds',
    help: 'From the arrival of a question to its end.',
    labelNames: ['platform', 'outcome'],
    buckets: questionSeconds,
    registers,
  });
  const wait = new Histogram({
    name: 'vanish_queue_wait_seconds',
    help: 'How long a question waited before it was measured.',
    buckets: waitSeconds,
    registers,
  });
  const countFinished = openFinished(registry);
  return {
    acknowledged: (platform, milliseconds) => observe(milliseconds, (seconds) => acknowledgement.observe({ platform }, seconds)),
    finished: (platform, outcome, milliseconds) => {
      countFinished(platform, outcome);
      observe(milliseconds, (seconds) => question.observe({ platform, outcome }, seconds));
    },
    waited: (milliseconds) => observe(milliseconds, (seconds) => wait.observe(seconds)),
  };
};

const openFinished = (registry: Registry): ((platform: ChatPlatform, outcome: Outcome) => void) => {
  const counter = new Counter({
    name: 'vanish_questions_finished_total',
    help: 'Questions that ended, by how they ended.',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  });
  for (const platform of chatPlatforms) for (const outcome of outcomes) counter.inc({ platform, outcome }, 0);
  return (platform, outcome) => counter.inc({ platform, outcome });
};

/** A clock that was put back gives a negative time, which took no time. */
const observe = (milliseconds: number, tell: (seconds: number) => void): void => {
  if (Number.isFinite(milliseconds)) tell(Math.max(0, milliseconds) / 1000);
};

/** A gauge that asks for its value when it is read; until then it is 0, and NaN where asking fails. */
const openLevel = (registry: Registry, name: string, help: string): Metrics['setQueue'] => {
  let count = (): number => 0;
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(asked(count));
    },
  });
  return (reader) => {
    count = reader;
  };
};

const asked = (count: () => number): number => {
  try {
    return count();
  } catch {
    return Number.NaN;
  }
};
