import type { ProbedLayer, ProbeReport } from '@vanish/core/watch';
import { counted } from '../../../counted.ts';
import {
  activationInWords,
  allLayersOf,
  badNumbersInWords,
  signalInWords,
  sizeInWords,
  updateInWords,
} from '../../../layer-in-words.ts';
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
    of: signalInWords,
  },
  { column: { title: '|∂W|', align: 'right' }, of: ({ gradient }) => sizeInWords(gradient.log10Norm) },
  {
    column: { title: '|Δw|/|w|', align: 'right' },
    of: updateInWords,
  },
  { column: { title: 'activation', align: 'left' }, of: activationInWords },
];

const badNumbers: Quantity = { column: { title: 'bad numbers', align: 'left' }, of: badNumbersInWords };

/** A row for each layer, output last; a column for what is no ordinary number where there is any. */
export const tableOfLayers = ({ measured }: ProbeReport, screen: Screen): readonly string[] => {
  const layers = allLayersOf(measured);
  const isBad = (layer: ProbedLayer): boolean => badNumbersInWords(layer) !== '';
  const shown = layers.some(isBad) ? [...quantities, badNumbers] : quantities;
  const rows = layers.map((layer): readonly Cell[] =>
    shown.map(({ of }) => ({ text: plain(of(layer), screen), ...(isBad(layer) ? { ink: screen.paint.red } : {}) })),
  );
  const columns = shown.map(({ column }) => ({ ...column, title: plain(column.title, screen) }));
  const lines = drawTable(columns, rows, screen);
  if (rows.length <= mostRows) return lines;
  const left = rows.length - mostRows;
  const note = plain(`… ${counted(left, 'more layer')}; --json has all of them`, screen);
  return [...lines.slice(0, 1 + mostRows / 2), screen.paint.dim(note), ...lines.slice(lines.length - mostRows / 2)];
};

/** As it will stand there, so that columns are as wide as what is in them. */
const plain = (text: string, { isUnicode }: Screen): string => (isUnicode ? text : toAscii(text));
