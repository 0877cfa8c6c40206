import type { Service } from './service.ts';

/** `vanish worker` */
export const worker: Service = {
  name: 'worker',
  summary: 'takes a share in the work of every bot that has the same Redis',
  run: async (host) => (await import('./run-worker.ts')).runWorker(host),
};
