import type { Issue } from '@vanish/core/query';
import { type Screen, toAscii } from '../screen.ts';
import { wrap } from '../wrap.ts';

const widestText = 100;

/** Mistakes, one paragraph each, on standard error. */
export const printIssues = (issues: readonly Issue[], screen: Screen): void => {
  for (const { message } of issues) {
    const lines = wrap(screen.isUnicode ? message : toAscii(message), Math.min(screen.columns, widestText) - 3);
    lines.forEach((line, index) => {
      screen.note(`${index === 0 ? screen.notePaint.red(screen.isUnicode ? '✗' : 'x') : ' '} ${line}\n`);
    });
  }
};
