import { randomUUID } from 'node:crypto';
import { sendBundle } from './send-bundle.ts';

/** Tells how far a piece of work has come, and what it is at. **Range** of the share: 0 … 1. */
export type Tell = (share: number, doing?: string) => void;

/** What is faster than this shows nothing. **Unit** milliseconds. */
const patience = 400;
/** A kernel loses messages that come in floods. **Unit** milliseconds. */
const pause = 250;
const barLength = 24;

/**
 * Does a piece of work and shows how far it has come, in one line that changes in place and is gone when the work is done, whether it
 * went well or not. Tell as often as you like: few of the tellings are sent.
 */
export const progress = async <Result>(label: string, work: (tell: Tell) => Promise<Result>): Promise<Result> => {
  const line = openLine(label);
  try {
    return await work(line.tell);
  } finally {
    line.clear();
  }
};

const openLine = (label: string): { readonly tell: Tell; readonly clear: () => void } => {
  const id = randomUUID();
  let isTaken = false;
  let isOver = false;
  let next = performance.now() + patience;
  const put = (text: string): void => {
    isTaken = sendBundle({ data: { 'text/plain': text }, metadata: {} }, { id, isTaken });
  };
  return {
    tell: (share, doing) => {
      const now = performance.now();
      if (isOver || now < next) return;
      next = now + pause;
      put(drawLine(label, share, doing));
    },
    clear: () => {
      isOver = true;
      if (isTaken) put('');
    },
  };
};

const drawLine = (label: string, share: number, doing: string | undefined): string => {
  const known = Math.min(1, Math.max(0, share));
  const full = Math.round(known * barLength);
  const bar = `${'█'.repeat(full)}${'░'.repeat(barLength - full)} ${Math.floor(known * 100)} %`;
  return [label, bar, ...(doing === undefined ? [] : [doing])].join('  ');
};
