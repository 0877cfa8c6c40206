import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type Collector, collectOutputs } from './collect-outputs.ts';
import type { Connection } from './connection.ts';
import { type Message, readMessage, writeRequest } from './message.ts';
import { openSockets } from './sockets.ts';

/** A request on its way, and what has been heard of it. */
export interface Asked {
  /** The content of the reply; null until it is there. */
  readonly reply: Message['content'] | null;
  /** Whether anything was told to all about it. */
  readonly isHeard: boolean;
  /** Whether the kernel is done with it. */
  readonly isIdle: boolean;
  readonly outputs: Collector['outputs'];
}

/** A conversation with a kernel, one request at a time. */
export interface Talk {
  readonly ask: (type: string, content: object) => Promise<Asked>;
  /** Waits until something holds, which may be when anything is heard of the request; false where the time was up, or the kernel ended. */
  readonly until: (asked: Asked, holds: () => boolean, limitMs: number) => Promise<boolean>;
  readonly hasDied: () => boolean;
  readonly close: () => void;
}

/** Opens a conversation with a kernel that runs, or is about to. */
export const openTalk = (connection: Connection, child: ChildProcess): Talk => {
  const session = randomUUID();
  const sockets = openSockets(connection, session);
  let current: Hearing | null = null;
  let hasDied = false;
  child.once('exit', () => {
    hasDied = true;
    current?.changed();
  });
  sockets.hear((channel, frames) => {
    const message = readMessage(frames, connection.key);
    if (current === null || message.parent !== current.id) return;
    hear(current, channel, message);
    current.changed();
  });
  return {
    ask: async (type, content) => {
      const { id, frames } = writeRequest(type, content, { key: connection.key, session });
      current = openHearing(id);
      await sockets.send(frames);
      return current;
    },
    until: (_, holds, limitMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(holds()), limitMs);
        const look = (): void => {
          if (!holds() && !hasDied) return;
          clearTimeout(timer);
          resolve(holds());
        };
        if (current !== null) current.changed = look;
        look();
      }),
    hasDied: () => hasDied,
    close: sockets.close,
  };
};

/** The same, while it is being heard. */
interface Hearing extends Asked {
  readonly id: string;
  readonly take: Collector['take'];
  reply: Message['content'] | null;
  isHeard: boolean;
  isIdle: boolean;
  changed: () => void;
}

const openHearing = (id: string): Hearing => ({
  id,
  ...collectOutputs(),
  reply: null,
  isHeard: false,
  isIdle: false,
  changed: () => undefined,
});

const hear = (hearing: Hearing, channel: 'shell' | 'iopub', message: Message): void => {
  if (channel === 'shell') hearing.reply = message.content;
  else {
    hearing.isHeard = true;
    if (message.type === 'status') hearing.isIdle = message.content['execution_state'] === 'idle';
    else hearing.take(message);
  }
};
