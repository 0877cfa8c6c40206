import { MessageChannel, type MessagePort, SHARE_ENV } from 'node:worker_threads';
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import { WorkEnded } from './laboratory.ts';

/** The last word of a thread about an order. */
export type LastWord =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string };

/** What a thread says: a kind, and what belongs to it. */
interface Said {
  readonly kind: string;
}

/** An order, and the port on which its notices are awaited. */
export interface Task<Order> {
  readonly order: Order;
  readonly port: MessagePort;
}

/** Where a notice is answered, if the thread waits for that. */
export type Respond = (response: unknown) => void;

/** Threads that work orders off, warm and used again, as many as are wanted at once. */
export interface ThreadPool<Order, Notice extends Said> {
  readonly size: number;
  /**
   * Everything that a thread says of an order, its last word included. A signal ends the thread that works for it, within
   * milliseconds and in the middle of a product; the other threads go on. A thread that dies by itself is replaced, and its order
   * given to another once.
   */
  readonly follow: (order: Order, signal: AbortSignal, onNotice?: Hear<Notice>) => AsyncGenerator<Notice | LastWord>;
  readonly close: () => Promise<void>;
}

/** Told a notice as soon as it comes, where the thread waits for a response. */
type Hear<Notice> = (notice: Notice | LastWord, respond: Respond) => void;

/** The script of a thread beside the caller's, as it was built: a thread reads no TypeScript, also where tests run the sources. */
export const scriptBeside = (name: string, caller: string): URL =>
  new URL(`./${name}.js`, caller.endsWith('.ts') ? caller.replace(/\/src\/(?!.*\/src\/)/u, '/dist/') : caller);

/** How threads behave towards others. */
export interface ThreadPoolOptions {
  /** By how much they stand back where cores are scarce: beside a thread that talks to people. **Range** 0 … 19, as Unix counts */
  readonly niceness?: number;
}

/** A pool of that many threads, which start when there is work for them and keep no process alive while they wait. */
export const openThreadPool = <Order, Notice extends Said>(
  size: number,
  script: URL,
  { niceness = 0 }: ThreadPoolOptions = {},
): ThreadPool<Order, Notice> => {
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
      niceIncrement: niceness,
    });
    return piscina;
  };
  // Piscina gives what waits in its own line to threads that come free, and starts none in place of one that was ended: nothing waits there
  const line = pLimit(size);
  const hand: Hand<Order> = (task, options) => line(() => poolOf().run(task, options) as Promise<void>);
  return {
    size,
    follow: (order, signal, onNotice) => follow(hand, order, { signal, onNotice, tries: mostTries }),
    close: async () => {
      const closing = piscina;
      piscina = null;
      await closing?.destroy();
    },
  };
};

const mostTries = 2;

/** Gives a task to the next thread that is free. */
type Hand<Order> = (
  task: Task<Order>,
  options: { readonly transferList: [MessagePort]; readonly signal: AbortSignal },
) => Promise<void>;

interface Following<Notice> {
  readonly signal: AbortSignal;
  readonly onNotice: Hear<Notice> | undefined;
  readonly tries: number;
}

async function* follow<Order, Notice extends Said>(
  hand: Hand<Order>,
  order: Order,
  { signal, onNotice, tries }: Following<Notice>,
): AsyncGenerator<Notice | LastWord> {
  if (signal.aborted) throw new WorkEnded('the work was ended before it began');
  const heard = new Mailbox<Notice | LastWord | Died>();
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (notice: Notice | LastWord) => {
    onNotice?.(notice, (response) => port1.postMessage(response));
    heard.put(notice);
  });
  const die = (error: Error): void => heard.put({ kind: 'died', error });
  // who waits in line is told at once, too
  const end = (): void => die(new WorkEnded('the work was ended'));
  signal.addEventListener('abort', end, { once: true });
  hand({ order, port: port2 }, { transferList: [port2], signal }).catch(die);
  try {
    for (let notice = await heard.take(); ; notice = await heard.take()) {
      if (hasDied(notice)) {
        if (signal.aborted || tries === 1) throw errorOf(notice.error, signal);
        return yield* follow(hand, order, { signal, onNotice, tries: tries - 1 });
      }
      if (hasFailed(notice)) throw errorOf(Object.assign(new Error(notice.message), notice), signal);
      yield notice;
      if (notice.kind === 'done') return;
    }
  } finally {
    signal.removeEventListener('abort', end);
    port1.close();
  }
}

const hasDied = (notice: Said): notice is Died => notice.kind === 'died';

const hasFailed = (notice: Said): notice is Extract<LastWord, { kind: 'failed' }> => notice.kind === 'failed';

/** What whoever waits is told: that the work was ended, where it was, else what went wrong. */
const errorOf = (error: Error, { aborted }: AbortSignal): Error => (aborted ? new WorkEnded('the work was ended') : error);

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
