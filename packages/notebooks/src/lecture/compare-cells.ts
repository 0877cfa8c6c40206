import type { Output } from '../kernel/output.ts';
import type { RunCell } from '../notebook/cell.ts';
import { differsBeyondRounding } from './rounding.ts';

/** Where a fresh run says something else than what is saved. */
export interface Difference {
  readonly cell: string;
  readonly what: string;
  readonly saved: string;
  readonly fresh: string;
}

/** What a fresh run changed beyond rounding, cell by cell; without contents where another arithmetic computed them. Pixels are left out: they follow from the chart, and depend on its rasteriser. */
export const compareCells = (saved: readonly RunCell[], fresh: readonly RunCell[], isSame = true): readonly Difference[] => {
  const names = (cells: readonly RunCell[]): string =>
    cells.map(({ kind, id, tags }) => [kind, id, ...tags].join(' ')).join(', ');
  if (names(saved) !== names(fresh)) return [{ cell: '', what: 'cells', saved: names(saved), fresh: names(fresh) }];
  return fresh.flatMap((cell, index) => compareCell(saved[index] ?? cell, cell, isSame));
};

const compareCell = (saved: RunCell, fresh: RunCell, isSame: boolean): readonly Difference[] => {
  const cell = fresh.id;
  if (saved.source !== fresh.source) return [{ cell, what: 'source', saved: saved.source, fresh: fresh.source }];
  if (saved.count !== fresh.count) return [{ cell, what: 'number', saved: String(saved.count), fresh: String(fresh.count) }];
  const kinds = (outputs: readonly Output[]): string => outputs.map(kindOf).join(' | ');
  if (kinds(saved.outputs) !== kinds(fresh.outputs)) {
    return [{ cell, what: 'outputs', saved: inBrief(saved.outputs), fresh: inBrief(fresh.outputs) }];
  }
  return (isSame ? fresh.outputs : []).flatMap((output, index) => compareOutput(cell, saved.outputs[index] ?? output, output));
};

const kindOf = (output: Output): string =>
  output.output_type === 'stream' ? output.name : Object.keys(output.data).sort().join(' ');

const inBrief = (outputs: readonly Output[]): string =>
  outputs.map((output) => `${kindOf(output)}: ${Object.values(contentOf(output)).map(told).at(-1)?.slice(0, 60)}`).join(' | ');

const compareOutput = (cell: string, saved: Output, fresh: Output): readonly Difference[] => {
  const [before, after] = [contentOf(saved), contentOf(fresh)];
  return Object.keys(after)
    .filter((what) => differsBeyondRounding(before[what], after[what]))
    .map((what) => ({ cell, what, saved: told(before[what]), fresh: told(after[what]) }));
};

const contentOf = (output: Output): Readonly<Record<string, unknown>> => {
  if (output.output_type === 'stream') return { [output.name]: output.text };
  return Object.fromEntries(Object.entries(output.data).filter(([type]) => !type.startsWith('image/')));
};

const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
