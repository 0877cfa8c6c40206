import { collectDefaultMetrics, Registry } from 'prom-client';
import { watchEventLoop } from './event-loop-gauge.ts';

/** What Prometheus reads. */
export interface MetricsText {
  readonly contentType: string;
  readonly body: string;
}

/** Counts of one process, and where they are read. */
export interface OpenRegistry {
  readonly registry: Registry;
  readonly text: () => Promise<MetricsText>;
  /** Stops watching and forgets all counts. */
  readonly close: () => void;
}

/** A registry of its own, with what prom-client tells of a process (`process_…`, `nodejs_…`, as dashboards expect them). */
export const openRegistry = (): OpenRegistry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const closeEventLoop = watchEventLoop(registry);
  return {
    registry,
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
    close: () => {
      closeEventLoop();
      registry.clear();
    },
  };
};
