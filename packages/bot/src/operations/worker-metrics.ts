import { Histogram } from 'prom-client';
import type { Ending } from '../laboratory/queue/job-worker.ts';
import type { JobKind } from '../laboratory/queue/open-queue-worker.ts';
import { type OpenRegistry, openRegistry } from './open-registry.ts';

/** What a worker counts. */
export interface WorkerMetrics extends Pick<OpenRegistry, 'text' | 'close'> {
  /** A job was done here, well or badly, and took so long. **Unit** milliseconds. */
  readonly did: (kind: JobKind, ending: Ending, milliseconds: number) => void;
}

const jobSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Counts the jobs of a worker. */
export const openWorkerMetrics = (): WorkerMetrics => {
  const { registry, text, close } = openRegistry();
  const jobs = new Histogram({
    name: 'vanish_job_seconds',
    help: 'How long a job took: a question that was planned, or an errand that was measured, by how it ended.',
    labelNames: ['kind', 'ending'],
    buckets: jobSeconds,
    registers: [registry],
  });
  return {
    did: (kind, ending, milliseconds) => jobs.observe({ kind, ending }, milliseconds / 1000),
    text,
    close,
  };
};
