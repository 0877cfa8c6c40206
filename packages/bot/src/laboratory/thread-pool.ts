import { MessageChannel, type MessagePort, SHARE_ENV } from 'node:worker_threads';
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import { WorkEnded } from './laboratory.ts';
import type { Notice, Order, Task } from './messages.ts';

/** Threads that work orders off, warm and used again, as many as are wanted at once. */
export interface ThreadPool {
  readonly size: number;
  /**
   * Everything that a thread says of an order, its last word included. A signal ends the thread that works for it, within
   * milliseconds and in the middle of a product; the other threads go on. A thread that dies by itself is replaced, and its order
   * given to another once.
   */
  readonly follow: (order: Order, signal: AbortSignal) => AsyncGenerator<Notice>;
  readonly close: () => Promise<void>;
}

/** What a thread runs: the laboratory, as it was built. */
const laboratory: URL = new URL(`./thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** A pool of that many threads, which start when there is work for them and keep no process alive while they wait. */
export const openThreadPool = (size: number, script: URL = laboratory): ThreadPool => {
  let piscina: Piscina | null = null;
  const poolOf = (): Piscina => {
    piscina ??= new Piscina({
      filename: script.href,
      name: 'workOff',
      minThreads: 0,
      maxThreads: size,
      idleTimeout: Number.POSITIVE_INFINITY,
      // a thread that waits asleep hears nothing, and TensorFlow's kernels answer through the event loop
      atomics: 'disabled',
      // TensorFlow reads the process's own environment, where the engine has set how much it logs
      env: SHARE_ENV,
    });
    return piscina;
  };
  // Piscina gives what waits in its own line to threads that come free, and starts none in place of one that was ended: nothing waits there
  const line = pLimit(size);
  const hand: Hand = (task, options) => line(() => poolOf().run(task, options) as Promise<void>);
  return {
    size,
    follow: (order, signal) => follow(hand, order, signal, mostTries),
    close: async () => {
      const closing = piscina;
      piscina = null;
      await closing?.destroy();
    },
  };
};

const mostTries = 2;

/** Gives a task to the next thread that is free. */
type Hand = (task: Task, options: { readonly transferList: [MessagePort]; readonly signal: AbortSignal }) => Promise<void>;

async function* follow(hand: Hand, order: Order, signal: AbortSignal, tries: number): AsyncGenerator<Notice> {
  if (signal.aborted) throw new WorkEnded('the work was ended before it began');
  const heard = new Mailbox<Notice | Died>();
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (notice: Notice) => heard.put(notice));
  const die = (error: Error): void => heard.put({ kind: 'died', error });
  // who waits in line is told at once, too
  const end = (): void => die(new WorkEnded('the work was ended'));
  signal.addEventListener('abort', end, { once: true });
  hand({ order, port: port2 }, { transferList: [port2], signal }).catch(die);
  try {
    for (let notice = await heard.take(); ; notice = await heard.take()) {
      if (notice.kind === 'died' && !signal.aborted && tries > 1) return yield* follow(hand, order, signal, tries - 1);
      if (notice.kind === 'died' || notice.kind === 'failed') throw errorOf(notice, signal);
      yield notice;
      if (notice.kind === 'done') return;
    }
  } finally {
    signal.removeEventListener('abort', end);
    port1.close();
  }
}

/** What whoever waits is told: that the work was ended, where it was, else what went wrong. */
const errorOf = (notice: Died | Extract<Notice, { kind: 'failed' }>, { aborted }: AbortSignal): Error => {
  if (aborted) return new WorkEnded('the work was ended');
  return notice.kind === 'died'
    ? notice.error
    : Object.assign(new Error(notice.message), { name: notice.name, stack: notice.stack });
};

/** The thread ended before its order did. */
interface Died {
  readonly kind: 'died';
  readonly error: Error;
}

/** Letters in the order in which they came; who finds none waits. */
class Mailbox<Letter> {
  readonly #letters: Letter[] = [];
  #wake: () => void = () => {};

  put(letter: Letter): void {
    this.#letters.push(letter);
    this.#wake();
  }

  async take(): Promise<Letter> {
    for (;;) {
      const letter = this.#letters.shift();
      if (letter !== undefined) return letter;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
