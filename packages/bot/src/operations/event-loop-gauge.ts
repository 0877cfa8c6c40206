import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/** How often the event loop is asked. **Unit** milliseconds. */
const resolution = 10;

const nanosecondsPerSecond = 1e9;

/**
 * Watches how late the event loop is: half of the time, in the worst hundredth, and at most, since the last reading. A loop that is
 * late acknowledges late. Returns what ends the watch.
 */
export const watchEventLoop = (registry: Registry): (() => void) => {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  // Node counts the pause that was asked for, too
  const seconds = (nanoseconds: number): number => Math.max(0, nanoseconds / nanosecondsPerSecond - resolution / 1000);
  new Gauge({
    name: 'vanish_event_loop_delay_seconds',
    help: 'How late the event loop was since the last reading: median, 99th percentile and maximum.',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      const isEmpty = delays.count === 0;
      this.set({ kind: 'median' }, isEmpty ? 0 : seconds(delays.percentile(50)));
      this.set({ kind: 'p99' }, isEmpty ? 0 : seconds(delays.percentile(99)));
      this.set({ kind: 'max' }, isEmpty ? 0 : seconds(delays.max));
      delays.reset();
    },
  });
  return () => {
    delays.disable();
  };
};
