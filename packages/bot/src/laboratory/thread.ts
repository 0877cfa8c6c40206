import { openLaboratory, reproduce } from '@vanish/core';
import { type EngineChoice, examineMachine, useEngine } from '@vanish/core/engine';
import { type ProbeOrder, probeModelFiles } from '../model-files/probe-model-files.ts';
import { failedWith } from './failed-with.ts';
import type { Selection } from './laboratory.ts';
import type { Notice, Order } from './messages.ts';
import type { LastWord, Task } from './thread-pool.ts';

type Say = (notice: Notice | LastWord) => void;

/** The instruments of this thread, warm from its first order on. */
const laboratory = openLaboratory();

/** The thread's side: works an order off, and says on its port what comes of it. */
export const workOff = async ({ order, port }: Task<Order>): Promise<void> => {
  const say: Say = (notice) => port.postMessage(notice);
  try {
    await obey(order, say);
  } catch (error) {
    say(failedWith(error));
  }
  port.close();
};

const obey = async (order: Order, say: Say): Promise<void> => {
  switch (order.kind) {
    case 'warm-up':
      await laboratory.warmUp(order.engine as EngineChoice);
      return say({ kind: 'done', value: null });
    case 'errand': {
      const options = {
        onProgress: (progress: Extract<Notice, { kind: 'progress' }>['progress']) => say({ kind: 'progress', progress }),
        now: () => performance.now(),
      };
      return say({ kind: 'done', value: await laboratory.run(order.errand, options) });
    }
    case 'examine':
      say({ kind: 'stage', stage: loading });
      return say({ kind: 'done', value: await examineMachine() });
    case 'probe':
      return probeFiles(order.probe, say);
    case 'reproduce':
      return reproduceSelection(order.selection, say);
    default:
      return order satisfies never;
  }
};

const loading = 'loading TensorFlow';

const inProgress = { measuring: 'reproducing', training: 'training networks for' } as const;

const probeFiles = async (order: ProbeOrder, say: Say): Promise<void> =>
  say({ kind: 'done', value: await probeModelFiles(order, (stage) => say({ kind: 'stage', stage })) });

const reproduceSelection = async ({ ids, includesTraining, engine }: Selection, say: Say): Promise<void> => {
  say({ kind: 'stage', stage: loading });
  const rows = reproduce({
    engine: await useEngine(engine as EngineChoice),
    ...(ids.length > 0 ? { ids } : { includesTraining }),
    onProgress: ({ claim, done, count }) =>
      say({ kind: 'stage', stage: `${inProgress[claim.takes]} ${claim.id} (${done + 1} of ${count})` }),
  });
  for await (const row of rows) say({ kind: 'part', value: row });
  say({ kind: 'done', value: null });
};
