import type { Screen } from './screen.ts';

/** A line that says what is being done, and goes away. */
export interface Progress {
  readonly say: (stage: string) => void;
  /** Takes the line away; the next stage brings it back. */
  readonly clear: () => void;
}

/** Answers that come sooner than this need no line. **Unit** milliseconds. */
const patienceMs = 120;
/** A file or a pipe keeps what it was told, so there it is told only what takes long. */
const longMs = 2000;
const frameMs = 120;
const frames = { unicode: ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'], ascii: ['|', '/', '-', '\\'] } as const;

export const silentProgress: Progress = { say: () => {}, clear: () => {} };

export const showProgress = (screen: Screen): Progress => (screen.isNoteTerminal ? liveLine(screen) : lateLines(screen));

/** On a terminal: one line, repainted in place. */
const liveLine = (screen: Screen): Progress => {
  const spinner = screen.isUnicode ? frames.unicode : frames.ascii;
  let stage = '';
  let frame = 0;
  let isShown = false;
  let timer: NodeJS.Timeout | null = null;
  const paint = (): void => {
    frame += 1;
    isShown = true;
    const dots = screen.isUnicode ? '…' : '...';
    const line = `${spinner[frame % spinner.length]} ${stage}${dots}`.slice(0, screen.columns - 1);
    screen.note(`\r\x1b[K${screen.notePaint.dim(line)}`);
    timer = setTimeout(paint, frameMs).unref();
  };
  return {
    say: (next) => {
      stage = next;
      timer ??= setTimeout(paint, patienceMs).unref();
    },
    clear: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (isShown) screen.note('\r\x1b[K');
      isShown = false;
    },
  };
};

/** Elsewhere: a line of its own for what is news, at most every two seconds. */
const lateLines = (screen: Screen): Progress => {
  let stage = '';
  let told = '';
  let timer: NodeJS.Timeout | null = null;
  const tell = (): void => {
    if (stage !== told) screen.note(`${stage}...\n`);
    told = stage;
    timer = setTimeout(tell, longMs).unref();
  };
  return {
    say: (next) => {
      stage = next;
      timer ??= setTimeout(tell, longMs).unref();
    },
    clear: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
};
