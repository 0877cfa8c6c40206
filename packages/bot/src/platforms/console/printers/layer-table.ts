import type { ProbedLayer, ProbeReport } from '@vanish/core/watch';
import { type Screen, toAscii } from '../screen.ts';
import { type Cell, type Column, drawTable } from './table.ts';

/** Rows of a table; of a deeper model those near its ends. */
const mostRows = 40;
/** Longer names are cut. */
const longestName = 28;

/** Where a quantity stands in the table. */
interface Quantity {
  readonly column: Column;
  readonly of: (layer: ProbedLayer) => string;
}

const quantities: readonly Quantity[] = [
  { column: { title: 'layer', align: 'left', most: longestName }, of: ({ name }) => name },
  {
    column: { title: '|signal|', align: 'right' },
    of: ({ signal, isConnected }) => (isConnected ? size(signal.log10Rms) : 'detached'),
  },
  { column: { title: '|∂W|', align: 'right' }, of: ({ gradient }) => size(gradient.log10Norm) },
  {
    column: { title: '|Δw|/|w|', align: 'right' },
    of: ({ update, isFrozen }) => (isFrozen ? 'frozen' : size(update.log10Ratio)),
  },
  { column: { title: 'activation', align: 'left' }, of: (layer) => activationOf(layer) },
];

const badNumbers: Quantity = { column: { title: 'bad numbers', align: 'left' }, of: (layer) => badNumbersOf(layer) };

/** A row for each layer, output last; a column for what is no ordinary number where there is any. */
export const tableOfLayers = ({ measured }: ProbeReport, screen: Screen): readonly string[] => {
  const layers = [...measured.layers, ...(measured.readout === null ? [] : [measured.readout])];
  const isBad = (layer: ProbedLayer): boolean => badNumbersOf(layer) !== '';
  const shown = layers.some(isBad) ? [...quantities, badNumbers] : quantities;
  const rows = layers.map((layer): readonly Cell[] =>
    shown.map(({ of }) => ({ text: plain(of(layer), screen), ...(isBad(layer) ? { ink: screen.paint.red } : {}) })),
  );
  const columns = shown.map(({ column }) => ({ ...column, title: plain(column.title, screen) }));
  const lines = drawTable(columns, rows, screen);
  if (rows.length <= mostRows) return lines;
  const left = rows.length - mostRows;
  const note = plain(`… ${left} more ${left === 1 ? 'layer' : 'layers'}; --json has all of them`, screen);
  return [...lines.slice(0, 1 + mostRows / 2), screen.paint.dim(note), ...lines.slice(lines.length - mostRows / 2)];
};

/** As it will stand there, so that columns are as wide as what is in them. */
const plain = (text: string, { isUnicode }: Screen): string => (isUnicode ? text : toAscii(text));

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number by its logarithm: `2.3·10⁻⁹`, and `0.045` where that reads better; `0` has none. */
const size = (log10: number | null): string => {
  if (log10 === null) return '-';
  if (log10 > -3 && log10 < 4) return String(Number((10 ** log10).toPrecision(2)));
  // 9.96 is 1.0 of the next power
  const exponent = Math.floor(log10 + Math.log10(10 / 9.95));
  const raised = [...String(exponent)].map((digit) => (digit === '-' ? '⁻' : superscripts[Number(digit)])).join('');
  return `${(10 ** (log10 - exponent)).toFixed(1)}·10${raised}`;
};

/** `tanh, 12 % flat, 3 % dead` */
const activationOf = ({ activationName, activation: { saturated, dead } }: ProbedLayer): string =>
  [activationName ?? '-', ...share(saturated, 'flat'), ...share(dead, 'dead')].join(', ');

const share = (part: number, word: string): readonly string[] => (part < 0.005 ? [] : [`${Math.round(100 * part)} % ${word}`]);

/** What is NaN, infinite, exactly zero or zero in float32, of the signal's entries. */
const badNumbersOf = ({ counts: { entries, nan, inf, zero, underflow } }: ProbedLayer): string => {
  const of = (count: number, word: string): readonly string[] =>
    count === 0 ? [] : [`${count === entries ? 'all' : count} ${word}`];
  // a unit that is off for an example has a gradient of zero: that alone is no finding
  const isAllZero = zero === entries;
  return [...of(nan, 'NaN'), ...of(inf, '∞'), ...(isAllZero ? ['all zero'] : []), ...of(underflow, 'below float32')].join(', ');
};
