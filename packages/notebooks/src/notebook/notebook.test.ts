import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listNotebooks } from '../lecture/notebooks.ts';
import type { Cell, RunCell } from './cell.ts';
import { printNotebook, readNotebook } from './file.ts';
import { printSource, readSource } from './source.ts';

const source = `# A question

\`\`\`sh
vanish depth=10
\`\`\`

\`\`\`ts parameters
const depth = 10;
\`\`\`

\`\`\`ts wrong raises-exception
throw new Error();
\`\`\`

The end.
`;

test('a fence with a name is a cell, one without is text', () => {
  expect(readSource(source).map(({ kind, id, tags }) => [kind, id, ...tags])).toEqual([
    ['markdown', 'before-parameters'],
    ['code', 'parameters', 'parameters'],
    ['code', 'wrong', 'raises-exception'],
    ['markdown', 'end'],
  ]);
  expect(printSource(readSource(source))).toBe(source);
});

test('what is not closed or twice there is told', () => {
  expect(() => readSource('```ts one\nlet x;')).toThrow('the cell "one" is not closed');
  expect(() => readSource('```ts one\n```\n```ts one\n```')).toThrow('two cells are called "one"');
});

test('a notebook reads back as the same cells', () => {
  const text = fc.string({ unit: 'grapheme' });
  const output = fc.oneof(
    fc.record({ output_type: fc.constant('stream' as const), name: fc.constantFrom('stdout' as const, 'stderr' as const), text }),
    fc.record({
      output_type: fc.constant('display_data' as const),
      data: fc.record({ 'text/plain': text, 'application/json': fc.record({ a: fc.integer() }) }),
      metadata: fc.constant({}),
    }),
  );
  const cell: fc.Arbitrary<RunCell> = fc.record({
    kind: fc.constant('code' as const),
    id: fc.constantFrom('one', 'two'),
    source: text,
    tags: fc.array(fc.constantFrom('parameters')),
    outputs: fc.array(output),
    count: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      expect(readNotebook(printNotebook(cells, 'some'))).toEqual(cells);
    }),
  );
});

const bare = ({ kind, id, source: written, tags }: Cell): Cell => ({ kind, id, source: written, tags });

test.each(listNotebooks().map((notebook) => [notebook.name, notebook] as const))(
  '%s: the text gives the cells of the notebook, and is what they would be written as',
  (_, { source: path, file }) => {
    const written = readFileSync(path, 'utf8');
    expect(readNotebook(readFileSync(file, 'utf8')).map(bare)).toEqual(readSource(written));
    expect(printSource(readSource(written))).toBe(written);
  },
);
