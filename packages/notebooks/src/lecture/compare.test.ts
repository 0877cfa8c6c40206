import { expect, test } from 'vitest';
import type { RunCell } from '../notebook/cell.ts';
import { checkTypes } from './check-types.ts';
import { compareCells } from './compare-cells.ts';
import { differsBeyondRounding } from './rounding.ts';

test.each([
  ['loss 2.302585', 'loss 2.302586'],
  ['−0.63 decades', '−0.64 decades'],
  ['to 8.6·10⁻¹⁰ at dense 1', 'to 8.7·10⁻¹⁰ at dense 1'],
  ['TensorFlow · 16 networks', 'WebAssembly · 16 networks'],
  ['dense 1   9.99', 'dense 1  10.00'],
])('"%s" and "%s" differ by rounding', (one, other) => {
  expect(differsBeyondRounding(one, other)).toBe(false);
});

test.each([
  ['loss 2.30', 'loss 2.35'],
  ['after 100 steps', 'after 101 steps'],
  ['learned', 'not learned'],
  ['to 8.6·10⁻¹⁰', 'to 8.6·10⁻⁹'],
  ['−0.63', '0.63'],
  ['3 rows: 1 2 3', '3 rows: 1 2'],
])('"%s" and "%s" do not', (one, other) => {
  expect(differsBeyondRounding(one, other)).toBe(true);
});

test('charts are compared number by number', () => {
  expect(differsBeyondRounding({ values: [1, -9.06] }, { values: [1, -9.0601] })).toBe(false);
  expect(differsBeyondRounding({ values: [1, -9.06] }, { values: [1, -9.16] })).toBe(true);
  expect(differsBeyondRounding({ values: [1e-20] }, { values: [2e-20] })).toBe(true);
  expect(differsBeyondRounding({ a: 1 }, { b: 1 })).toBe(true);
  expect(differsBeyondRounding([], {})).toBe(true);
});

const cell: RunCell = {
  kind: 'code',
  id: 'ask',
  source: 'depth',
  tags: [],
  outputs: [{ output_type: 'stream', name: 'stdout', text: '10\n' }],
  count: 1,
};

test('a difference names its cell, what differs, and both sides; pixels are left out', () => {
  const fresh: RunCell = { ...cell, outputs: [{ output_type: 'stream', name: 'stdout', text: '12\n' }] };
  expect(compareCells([cell], [fresh])).toEqual([{ cell: 'ask', what: 'stdout', saved: '10\n', fresh: '12\n' }]);
  const pictured = (png: string): RunCell => ({
    ...cell,
    outputs: [{ output_type: 'display_data', data: { 'image/png': png, 'text/plain': 'a line' }, metadata: {} }],
  });
  expect(compareCells([pictured('one')], [pictured('other')])).toEqual([]);
  expect(compareCells([cell], [pictured('one')])).toMatchObject([{ what: 'outputs', saved: 'stdout: 10\n' }]);
  expect(compareCells([cell], [])).toMatchObject([{ what: 'cells' }]);
});

test('of another arithmetic the cells and the kinds of outputs are compared, and no number', () => {
  const said = (text: string): RunCell => ({ ...cell, outputs: [{ output_type: 'stream', name: 'stdout', text }] });
  expect(compareCells([said('loss 2.30')], [said('loss 1.10')], false)).toEqual([]);
  expect(compareCells([said('loss 2.30')], [said('loss 1.10')])).toHaveLength(1);
  expect(compareCells([said('loss 2.30')], [{ ...cell, outputs: [] }], false)).toHaveLength(1);
});

test('a strict type error is found where it stands, though tslab lets it pass', () => {
  const cells = [
    { kind: 'markdown' as const, id: 'before-one', source: 'text', tags: [] },
    { kind: 'code' as const, id: 'one', source: 'const word: string | null = null as string | null;', tags: [] },
    { kind: 'code' as const, id: 'two', source: '// words may be missing\nawait 0;\nword.length;', tags: [] },
  ];
  expect(checkTypes('probe', cells)).toEqual([{ cell: 'two', line: 3, message: "'word' is possibly 'null'." }]);
});
