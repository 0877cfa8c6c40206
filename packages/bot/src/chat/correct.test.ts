import { checkQuestion, parseQuery } from '@vanish/core/query';
import { expect, test } from 'vitest';
import { correct } from './correct.ts';

const corrected = (text: string): string | null => {
  const parsed = parseQuery(text);
  return correct(text, parsed.kind === 'issues' ? parsed.issues : checkQuestion(parsed.question));
};

test.each([
  ['act=sigmod depth=4', 'act=sigmoid depth=4'],
  ['depht=10 act=tanh', 'depth=10 act=tanh'],
  ['act=tanh,relu,sigmod depth=3', 'act=tanh,relu,sigmoid depth=3'],
  ['depth=0 act=sigmod', 'depth=1 act=sigmoid'],
  ['depth=64..2 act=tanh', 'depth=2..64 act=tanh'],
  ['act:sigmod', 'act:sigmoid'],
  ['depth=1000000 width=999999', 'depth=11 width=4096 act=sigmoid'],
  ['tell us of the vanishing gradient', 'explain vanishing-gradient-problem'],
  ['train=3 batch=8 width=16', 'depth=10 width=16 act=sigmoid batch=10 train=3'],
])('%s was meant to be %s', (text, meant) => {
  expect(corrected(text)).toBe(meant);
});

test.each(['hello', 'depth=5 depth=6', '', '='])('of "%s" nobody can tell', (text) => {
  expect(corrected(text)).toBeNull();
});
