import { createRequire } from 'node:module';

/** What this package uses of ZeroMQ's sockets. */
interface Socket extends AsyncIterable<Buffer[]> {
  readonly connect: (address: string) => void;
  readonly close: () => void;
}

interface ZeroMq {
  readonly Dealer: new (options: object) => Socket & { readonly send: (frames: readonly Buffer[]) => Promise<void> };
  readonly Subscriber: new (options: object) => Socket & { readonly subscribe: () => void };
}

/** A connected pair: what is asked, and all that is told. */
export interface Sockets {
  readonly send: (frames: readonly Buffer[]) => Promise<void>;
  /** Hears both sockets until they are closed. */
  readonly hear: (onFrames: (channel: 'shell' | 'iopub', frames: readonly Buffer[]) => void) => void;
  readonly close: () => void;
}

/** Connects to a kernel with the ZeroMQ that tslab itself brings: one copy, nothing to build. */
export const openSockets = (addresses: { readonly shell: string; readonly iopub: string }, routingId: string): Sockets => {
  const { Dealer, Subscriber } = loadZeroMq();
  const shell = new Dealer({ routingId, linger: 0 });
  // no message may be dropped, however many come at once
  const iopub = new Subscriber({ receiveHighWaterMark: 0, linger: 0 });
  shell.connect(addresses.shell);
  iopub.connect(addresses.iopub);
  iopub.subscribe();
  return {
    send: (frames) => shell.send(frames),
    hear: (onFrames) => {
      void listen(shell, (frames) => onFrames('shell', frames));
      void listen(iopub, (frames) => onFrames('iopub', frames));
    },
    close: () => {
      shell.close();
      iopub.close();
    },
  };
};

const loadZeroMq = (): ZeroMq => {
  const tslab = createRequire(import.meta.url).resolve('tslab/package.json');
  return createRequire(tslab)('zeromq') as ZeroMq;
};

const listen = async (socket: Socket, onFrames: (frames: readonly Buffer[]) => void): Promise<void> => {
  for await (const frames of socket) onFrames(frames);
};
