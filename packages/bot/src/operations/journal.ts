import type { Journal } from '../chat/journal.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';

/** A journal that counts, and writes to the log. */
export const openJournal = (metrics: Metrics, logger: Logger): Journal => ({
  received: metrics.received,
  acknowledged: metrics.acknowledged,
  finished: (platform, outcome, milliseconds) => {
    if (outcome === 'duplicate') metrics.duplicate(platform);
    else metrics.finished(platform, outcome, milliseconds);
    logger.info({ platform, outcome, milliseconds: Math.round(milliseconds) }, 'a question ended');
  },
  reconnected: (platform) => {
    metrics.reconnected(platform);
    logger.warn({ platform }, 'the connection was lost, and is opened again');
  },
  rateLimited: (platform) => {
    metrics.rateLimited(platform);
    logger.warn({ platform }, 'the platform asks for patience');
  },
  problem: (platform, where, error) => logger.error({ platform, where, error }, 'something went wrong'),
});
