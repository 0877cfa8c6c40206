import { parentPort } from 'node:worker_threads';
import { openLaboratory, type Progress, reproduce } from '@vanish/core';
import { type EngineChoice, examineMachine, useEngine } from '@vanish/core/engine';
import type { Selection } from './laboratory.ts';
import type { Notice, NumberedOrder, Order } from './messages.ts';

type Say = (notice: Notice) => void;
type Laboratory = ReturnType<typeof openLaboratory>;

/** The thread's side: orders come in, are worked off one after the other, and notices go out. */
const listen = (port: NonNullable<typeof parentPort>): void => {
  const laboratory = openLaboratory();
  let queue: Promise<void> = Promise.resolve();
  port.on('message', ({ number, order }: NumberedOrder) => {
    const say: Say = (notice) => port.postMessage({ number, notice });
    queue = queue.then(() => workOff(order, laboratory, say).catch((error: unknown) => say(toNotice(error))));
  });
};

const workOff = async (order: Order, laboratory: Laboratory, say: Say): Promise<void> => {
  switch (order.kind) {
    case 'warm-up':
      await laboratory.warmUp(order.engine as EngineChoice);
      return say({ kind: 'done', value: null });
    case 'measure':
    case 'train': {
      const { experiment } = order;
      const onProgress = ({ stage, share }: Progress): void =>
        say({ kind: 'progress', stage: inWords(stage, share, experiment) });
      const options = { onProgress, now: () => performance.now() };
      const work = order.kind === 'train' ? laboratory.train : laboratory.investigate;
      return say({ kind: 'done', value: await work(experiment, options) });
    }
    case 'examine':
      say({ kind: 'progress', stage: loading });
      return say({ kind: 'done', value: await examineMachine() });
    case 'reproduce':
      return reproduceSelection(order.selection, say);
    default:
      return order satisfies never;
  }
};

const loading = 'loading TensorFlow';

const inProgress = { measuring: 'reproducing', training: 'training networks for' } as const;

const reproduceSelection = async ({ ids, includesTraining, engine }: Selection, say: Say): Promise<void> => {
  say({ kind: 'progress', stage: loading });
  const rows = reproduce({
    engine: await useEngine(engine as EngineChoice),
    ...(ids.length > 0 ? { ids } : { includesTraining }),
    onProgress: ({ claim, done, count }) =>
      say({ kind: 'progress', stage: `${inProgress[claim.takes]} ${claim.id} (${done + 1} of ${count})` }),
  });
  for await (const row of rows) say({ kind: 'part', value: row });
  say({ kind: 'done', value: null });
};

type Size = { readonly seeds: number; readonly depth: number; readonly train: number };

const inWords = (stage: Progress['stage'], share: number, { seeds, depth, train }: Size): string => {
  switch (stage) {
    case 'loading':
      return loading;
    case 'measuring': {
      const done = share > 0 ? `, ${Math.floor(share * 100)} %` : '';
      return `measuring ${counted(seeds, 'network')} of depth ${depth}${done}`;
    }
    case 'predicting':
      return 'asking theory';
    case 'training':
      return `training ${counted(seeds, 'network')} for ${counted(train, 'step')}, ${Math.floor(share * 100)} %`;
    case 'done':
      return 'done';
    default:
      return stage satisfies never;
  }
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const toNotice = (error: unknown): Notice =>
  error instanceof Error
    ? { kind: 'failed', name: error.name, message: error.message, stack: error.stack ?? '' }
    : { kind: 'failed', name: 'Error', message: String(error), stack: '' };

if (parentPort !== null) listen(parentPort);
