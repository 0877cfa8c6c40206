import type { ReproductionRow } from '@vanish/core';
import type { Reply } from '../../../reply.ts';
import { type Screen, toAscii } from '../screen.ts';
import { hang } from '../wrap.ts';

const widestText = 100;

type Reproduction = Pick<Extract<Reply, { kind: 'reproduction' }>, 'rows' | 'leftOut'>;

/** Rows as they arrive; those of one claim stand below one heading. Says what was left out, and returns how many failed. */
export const printRows = async ({ rows, leftOut }: Reproduction, screen: Screen, beforeRow: () => void): Promise<number> => {
  let heading = '';
  let passed = 0;
  let failed = 0;
  for await (const row of rows) {
    beforeRow();
    if (row.claim !== heading) printHeading(row, screen);
    heading = row.claim;
    printRow(row, screen);
    if (row.pass) passed += 1;
    else failed += 1;
  }
  beforeRow();
  const tally = `${passed} passed, ${failed} failed`;
  screen.write(`\n${failed === 0 ? screen.paint.green(tally) : screen.paint.red(tally)}\n`);
  if (leftOut.length > 0) {
    const sentence = `left out, since it takes training: ${leftOut.join(', ')} - vanish reproduce --all`;
    screen.write(`${hang('', sentence, columnsOf(screen)).join('\n')}\n`);
  }
  return failed;
};

const columnsOf = ({ columns }: Screen): number => Math.min(columns, widestText) - 1;

const printHeading = ({ id, claim, source }: ReproductionRow, screen: Screen): void => {
  const columns = columnsOf(screen);
  const indent = ' '.repeat(id.length + 2);
  const [first = '', ...more] = hang(indent, claim, columns);
  const lines = [
    `${screen.paint.bold(id)}${first.slice(id.length)}`,
    ...more,
    ...hang(indent, source, columns).map(screen.paint.dim),
  ];
  screen.write(`\n${lines.map((line) => `${screen.isUnicode ? line : toAscii(line)}\n`).join('')}`);
};

const printRow = (row: ReproductionRow, screen: Screen): void => {
  const text = `${row.quantity}: measured ${shown(row.measured)}, expected ${expectation(row)}`;
  const [first = '', ...more] = hang(' '.repeat(8), screen.isUnicode ? text : toAscii(text), columnsOf(screen));
  const verdict = row.pass ? screen.paint.green('pass') : screen.paint.red('FAIL');
  screen.write([`  ${verdict}  ${first.slice(8)}`, ...more].map((line) => `${line}\n`).join(''));
};

const expectation = ({ expected, tolerance, toleranceKind }: ReproductionRow): string => {
  switch (toleranceKind) {
    case 'absolute':
      return `${shown(expected)} ± ${shown(tolerance)}`;
    case 'relative':
      return `${shown(expected)} ± ${shown(tolerance * 100)} %`;
    case 'at-most':
      return `at most ${shown(expected + tolerance)}`;
    default:
      return toleranceKind satisfies never;
  }
};

/** Five digits tell two results apart. */
const shown = (value: number): string => String(Number(value.toPrecision(5)));
