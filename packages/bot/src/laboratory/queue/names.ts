/** Where questions and errands wait. */
export const queueNames = { questions: 'vanish-questions', errands: 'vanish-errands' } as const;

/** What all keys begin with, those of BullMQ, too. */
export const prefix = 'vanish';

/** All that the laboratory itself keeps in Redis; each of these has an end. */
export const redisKeys = {
  /** A result on its way. */
  parcel: (name: string): string => `${prefix}:parcel:${name}`,
  /** Says that nobody waits for an answer any more. */
  ended: (question: string): string => `${prefix}:ended:${question}`,
  /** The channel on which that is told to those who work for it. */
  endings: 'vanish:endings',
  /** Who measures, and on how many threads. */
  workers: 'vanish:workers',
  /** An event of a platform that somebody attends to. */
  event: (hash: string): string => `${prefix}:event:${hash}`,
  /** How often somebody has asked lately. */
  rate: 'vanish:rate',
  answer: (hash: string): string => `${prefix}:answer:${hash}`,
  /** Which answers there are, by when they were asked for last. */
  answers: 'vanish:answers',
} as const;
