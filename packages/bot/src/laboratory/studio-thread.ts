import type { MessagePort } from 'node:worker_threads';
import {
  type Answer,
  answerQuestion,
  type Brought,
  type Errand,
  type ErrandOf,
  type ErrandOptions,
  type Hands,
} from '@vanish/core/study';
import type { ThemeName } from '@vanish/plots';
import { prepareToDraw } from '@vanish/plots';
import { drawAnswer } from '../draw-answer.ts';
import { failedWith } from './failed-with.ts';
import type { Drawn, Illustrated, StudioNotice, StudioOrder, StudioResponse } from './studio-messages.ts';
import type { LastWord, Task } from './thread-pool.ts';

type Say = (notice: StudioNotice | LastWord) => void;

/** The thread's side: plans, judges and draws, and sends out for whatever has to be measured. */
export const workOff = async ({ order, port }: Task<StudioOrder>): Promise<void> => {
  const say: Say = (notice) => port.postMessage(notice);
  try {
    say({ kind: 'done', value: await obey(order, port, say) });
  } catch (error) {
    say(failedWith(error));
  }
  port.close();
};

const obey = async (order: StudioOrder, port: MessagePort, say: Say): Promise<Illustrated | Drawn | null> => {
  switch (order.kind) {
    case 'warm-up':
      await prepareToDraw();
      return null;
    case 'answer': {
      const answer = await answerQuestion(order.question, handsBehind(port, order.hands, say), {
        now: () => performance.now(),
        onProgress: (progress) => say({ kind: 'answering', progress }),
        ...(order.budgetMs === null ? {} : { budgetMs: order.budgetMs }),
      });
      say({ kind: 'drawing' });
      // words without a picture are worth more than no words
      return { answer, picture: await draw(answer, order.theme).catch(() => null) };
    }
    case 'draw':
      return draw(order.answer, order.theme);
    default:
      return order satisfies never;
  }
};

const draw = async (answer: Answer, theme: ThemeName): Promise<Drawn> => {
  const picture = await drawAnswer({ answer, theme, plot: null });
  return { png: await picture.png(), alt: picture.alt };
};

/** An errand that is out: told how it goes, and what came of it. */
interface Out {
  readonly options: ErrandOptions;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Hands that reach through the port to whoever gave the order. */
const handsBehind = (port: MessagePort, count: number, say: Say): Hands => {
  const out = new Map<number, Out>();
  let last = 0;
  port.on('message', (response: StudioResponse) => hear(out, response));
  return {
    count,
    run: async <Kind extends Errand['kind']>(errand: ErrandOf<Kind>, options: ErrandOptions = {}) => {
      last += 1;
      const id = last;
      const value = new Promise<unknown>((resolve, reject) => out.set(id, { options, resolve, reject }));
      say({ kind: 'errand', id, errand });
      return (await value) as Brought[Kind];
    },
  };
};

const hear = (out: Map<number, Out>, response: StudioResponse): void => {
  const errand = out.get(response.id);
  if (response.kind === 'progress') errand?.options.onProgress?.(response.progress);
  else out.delete(response.id);
  if (response.kind === 'brought') errand?.resolve(response.value);
  if (response.kind === 'failed') errand?.reject(Object.assign(new Error(response.message), response));
};
