import { expect, test } from 'vitest';
import { splitLine } from './split-line.ts';

test.each([
  ['depth=10  act=sigmoid', ['depth=10', 'act=sigmoid']],
  ['act="leaky relu" --out "my file.png"', ['act=leaky relu', '--out', 'my file.png']],
  [`--out 'a "b".png'`, ['--out', 'a "b".png']],
  [`explain what's new`, ['explain', 'whats new']],
  ['', []],
])('%s', (line, words) => {
  expect(splitLine(line)).toEqual(words);
});
