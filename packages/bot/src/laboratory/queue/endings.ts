import type { Redis } from 'ioredis';
import { redisKeys } from './names.ts';

/** Longer than any question waits and runs. **Unit** seconds. */
const rememberedSeconds = 3600;

/** Tells everybody that nobody waits for an answer any more: those who work for it, and those who would begin later. */
export const endQuestion = async (redis: Redis, question: string): Promise<void> => {
  // remembered before it is told: whoever begins in between finds it
  await redis.multi().set(redisKeys.ended(question), '1', 'EX', rememberedSeconds).publish(redisKeys.endings, question).exec();
};

/** Whether that was told. */
export const isEnded = async (redis: Redis, question: string): Promise<boolean> =>
  (await redis.exists(redisKeys.ended(question))) === 1;

/** Hears of questions that are ended, on a connection of its own. Closes it with what is returned. */
export const hearEndings = (redis: Redis, onEnd: (question: string) => void, onError: (error: Error) => void): (() => void) => {
  const ears = redis.duplicate();
  ears.on('error', onError);
  ears.on('message', (_channel, question) => onEnd(question));
  ears.subscribe(redisKeys.endings).catch(onError);
  return () => ears.disconnect();
};
