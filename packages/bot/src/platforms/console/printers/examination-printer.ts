import type { Examination, Finding } from '@vanish/core/engine';
import { type Screen, toAscii } from '../screen.ts';
import { hang } from '../wrap.ts';

const widestText = 100;

/** What the doctor found, one line for each fact, advice below where something is missing. */
export const printExamination = (examination: Examination, screen: Screen): void => {
  const nameWidth = Math.max(...examination.map(({ name }) => name.length)) + 2;
  for (const finding of examination) {
    for (const line of linesOf(finding, nameWidth, screen)) screen.write(`${screen.isUnicode ? line : toAscii(line)}\n`);
  }
};

const linesOf = ({ name, value, isFine, advice }: Finding, nameWidth: number, screen: Screen): readonly string[] => {
  const columns = Math.min(screen.columns, widestText) - 1;
  const indent = ' '.repeat(nameWidth + 4);
  const [first = '', ...more] = hang(indent, value, columns);
  const head = `  ${markOf(isFine, screen)} ${screen.paint.dim(name.padEnd(nameWidth))}${first.slice(indent.length)}`;
  return [head, ...more, ...(advice === null ? [] : hang(indent, advice, columns))];
};

const markOf = (isFine: boolean, { paint, isUnicode }: Screen): string => {
  if (!isFine) return paint.yellow('!');
  return paint.green(isUnicode ? '✓' : '+');
};
