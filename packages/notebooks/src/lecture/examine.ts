import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { printNotebook, readArithmetic, readNotebook } from '../notebook/file.ts';
import { checkTypes } from './check-types.ts';
import { compareCells, type Difference } from './compare-cells.ts';
import { cellsOf, type Notebook } from './notebooks.ts';
import { runNotebook } from './run-notebook.ts';

/** `write` saves what a run says, `check` compares it with what is saved. */
export type Mode = 'write' | 'check';

/**
 * Type-checks and runs a notebook, then saves or compares: what it says, where this arithmetic has saved it, and elsewhere that it says
 * as much. Complaints in words for people; none where all is well.
 */
export const examine = async (notebook: Notebook, mode: Mode, arithmetic: string): Promise<readonly string[]> => {
  const { name, file } = notebook;
  const cells = cellsOf(notebook);
  const errors = checkTypes(name, cells);
  if (errors.length > 0) return errors.map(({ cell, line, message }) => `${name}, cell "${cell}", line ${line}: ${message}`);
  const run = await runNotebook(cells);
  if (run.kind === 'failed') return [`${name}: the cell "${run.cell.id}" ${run.why}\n${indent(run.printed || run.cell.source)}`];
  if (mode === 'write') {
    writeFileSync(file, printNotebook(run.cells, arithmetic));
    return [];
  }
  if (!existsSync(file)) return [`${name}: there is no ${name}.ipynb yet - \`pnpm notebooks:run ${name}\` makes it`];
  const saved = readFileSync(file, 'utf8');
  const isSame = readArithmetic(saved) === arithmetic;
  return compareCells(readNotebook(saved), run.cells, isSame).map((difference) => tell(name, difference));
};

const tell = (name: string, { cell, what, saved, fresh }: Difference): string => {
  const [before, after] = around(saved, fresh);
  return [
    `${name}, cell "${cell}": ${what} is not what is saved`,
    `  saved: ${before}`,
    `  fresh: ${after}`,
    `  if it is right so: \`pnpm notebooks:run ${name}\``,
  ].join('\n');
};

/** Two long texts from a little before where they part. */
const around = (one: string, other: string): readonly [string, string] => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const cut = (text: string): string => `${at > 40 ? '…' : ''}${text.slice(Math.max(0, at - 40), at + 120)}`;
  return [cut(one), cut(other)];
};

const indent = (text: string): string => text.trimEnd().replace(/^/gmu, '  ');
