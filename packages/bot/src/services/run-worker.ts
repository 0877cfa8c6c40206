import { openQueueWorker } from '../laboratory/queue/open-queue-worker.ts';
import { logLevels, openLogger } from '../operations/logger.ts';
import { openReader } from '../operations/settings/reader.ts';
import { readRedisUrl } from '../operations/settings/redis-url.ts';
import { readChoice } from '../operations/settings/values.ts';
import { readWorkerStatus } from '../operations/settings.ts';
import { openStatusServer } from '../operations/status-server.ts';
import { openWorkerMetrics } from '../operations/worker-metrics.ts';
import { exitCodes } from '../platforms/console/host.ts';
import { aborted } from './aborted.ts';
import { onceIn } from './once-in.ts';
import type { ServiceHost } from './service.ts';

/** Docker kills ten seconds after it has asked. **Unit** milliseconds. */
const graceMs = 7000;

/** What is left of those ten seconds when closing itself hangs. **Unit** milliseconds. */
const closingMs = 2000;

/** Works for every bot that has the same Redis, until it is asked to end. Resolves with the exit code. */
export const runWorker = async ({ variables, readFile, threads, note, signal, issues }: ServiceHost): Promise<number> => {
  const reader = openReader(variables, readFile);
  const url = readRedisUrl(reader);
  const listening = readWorkerStatus(reader);
  const level = readChoice(reader, 'VANISH_LOG_LEVEL', logLevels, 'info') ?? 'info';
  const { issues: found, secrets } = reader.collected();
  const wrong = [...issues, ...found].map(({ message }) => message);
  if (url === null && wrong.length === 0) wrong.push('VANISH_REDIS_URL is missing: a worker has to know where the questions are');
  for (const sentence of wrong) note(sentence);
  if (url === null || wrong.length > 0) return exitCodes.invalid;
  const log = openLogger({ level, isPretty: process.stderr.isTTY === true, secrets });
  const metrics = openWorkerMetrics();
  const worker = await openQueueWorker({ url, threads, onProblem: onceIn(log), onJob: metrics.did });
  const checks = { redis: worker.isReachable };
  const status = listening === null ? null : await openStatusServer({ ...listening, metrics, checks });
  log.info({ threads: worker.threads, status: status?.url ?? null }, 'worker ready');
  await aborted(signal);
  log.info({}, 'worker ends: takes nothing new, ends or gives back what it has');
  await status?.close();
  await Promise.race([worker.close(graceMs), new Promise((resolve) => setTimeout(resolve, graceMs + closingMs))]);
  return exitCodes.answered;
};
