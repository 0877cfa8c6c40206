import type { StudyReport } from '@vanish/core/study';
import type { Options } from './options.ts';
import { mapLines } from './printers/map-printer.ts';
import type { Progress } from './progress.ts';
import type { Screen } from './screen.ts';

/** An answer that is seen to grow, and goes away before the whole one is printed. */
export interface Live {
  /** Null where nobody looks: then nothing is put together only to be seen. */
  readonly show: ((report: StudyReport) => void) | null;
  readonly clear: () => void;
}

/** Pictures per second are for films: a map is painted again when there is something to see. **Unit** milliseconds. */
const apartMs = 200;

/** A map while it is being refined, where standard error is a terminal; elsewhere nothing. */
export const showLive = (screen: Screen, progress: Progress, { isQuiet, isJson }: Pick<Options, 'isQuiet' | 'isJson'>): Live => {
  if (!screen.isNoteTerminal || isQuiet || isJson) return { show: null, clear: () => {} };
  let painted = 0;
  let height = 0;
  const erase = (): string => (height === 0 ? '' : `\x1b[${height}A\x1b[J`);
  return {
    show: (report) => {
      const now = Date.now();
      if (report.kind !== 'map' || now - painted < apartMs) return;
      const lines = mapLines(report, { ...screen, paint: screen.notePaint });
      if (lines.length >= screen.rows) return;
      progress.clear();
      screen.note(`${erase()}${lines.map((line) => `  ${line}\n`).join('')}`);
      height = lines.length;
      painted = now;
    },
    clear: () => {
      progress.clear();
      if (height > 0) screen.note(erase());
      height = 0;
    },
  };
};
