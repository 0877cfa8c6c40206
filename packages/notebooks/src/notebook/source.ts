import type { Cell } from './cell.ts';

/** A fence of code that has a name is a cell: ` ```ts measure `, then its tags. Without a name it is part of the text. */
const opening = /^```ts (?<id>[a-z][a-z0-9-]*)(?<tags>(?: [a-z][a-z0-9-]*)*)$/u;
const closing = '```';

/** The cell whose name says its tag, so that runners find it. */
const parameters = 'parameters';

/**
 * A notebook's text as its cells: code where a fence has a name, text in between.
 * **Throws** Error where a fence is not closed, or two cells have one name.
 */
export const readSource = (text: string): readonly Cell[] => {
  const cells: Cell[] = [];
  let prose: string[] = [];
  let code: { readonly cell: Omit<Cell, 'source'>; readonly lines: string[] } | null = null;
  const endProse = (next: string): void => {
    const source = prose.join('\n').trim();
    if (source !== '') cells.push({ kind: 'markdown', id: next, source, tags: [] });
    prose = [];
  };
  for (const line of text.split('\n')) {
    const start: Record<string, string> | undefined = code === null ? opening.exec(line)?.groups : undefined;
    if (start !== undefined) {
      const id: string = start['id'] ?? '';
      endProse(`before-${id}`);
      code = { cell: { kind: 'code', id, tags: tagsOf(id, start['tags'] ?? '') }, lines: [] };
    } else if (code !== null && line === closing) {
      cells.push({ ...code.cell, source: code.lines.join('\n') });
      code = null;
    } else (code?.lines ?? prose).push(line);
  }
  if (code !== null) throw new Error(`the cell "${code.cell.id}" is not closed: its last line is ${closing}`);
  endProse('end');
  return distinct(cells);
};

const tagsOf = (id: string, written: string): readonly string[] => [
  ...(id === parameters ? [parameters] : []),
  ...written.split(' ').filter((tag) => tag !== ''),
];

const distinct = (cells: readonly Cell[]): readonly Cell[] => {
  const twice = cells.find(({ id }, index) => cells.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw new Error(`two cells are called "${twice.id}"`);
  return cells;
};

/** Cells as the text that reads back as the same cells, which names those that a notebook's editor named at random. */
export const printSource = (cells: readonly Cell[]): string => {
  const blocks = cells.map(({ kind, id, source, tags }, index) => {
    if (kind === 'markdown') return source.trim();
    const name = /^[a-z][a-z0-9-]*$/u.test(id) && !/^[0-9a-f-]{8,}$/u.test(id) ? id : `cell-${index + 1}`;
    return [['```ts', name, ...tags.filter((tag) => tag !== parameters)].join(' '), source, closing].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
};
