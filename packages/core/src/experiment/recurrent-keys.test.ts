import { expect, test } from 'vitest';
import { parseQuery } from '../query/parse-query.ts';
import { printQuery } from '../query/print-query.ts';
import { complete } from './complete.ts';
import { estimateCost } from './cost.ts';
import { design } from './design.ts';

const printed = (text: string): string => {
  const parsed = parseQuery(text);
  return parsed.kind === 'question' ? printQuery(parsed.question) : parsed.issues.map(({ message }) => message).join('\n');
};

test.each([
  ['net=lstm steps=20', 'net=lstm depth=20'],
  ['net=lstm forget=0 gate=hard-sigmoid', 'net=lstm depth=10 gate=hard-sigmoid forget=0'],
  ['net=gru depth=5 recurrent-activation=hsigmoid', 'net=gru depth=5 gate=hard-sigmoid'],
  ['net=rnn steps=100 act=tanh input=0.25', 'net=rnn depth=100 act=tanh input=0.25'],
  ['net=rnn,lstm act=tanh', 'net=rnn,lstm depth=10 act=tanh'],
  ['net=lstm vs net=mlp', 'net=lstm depth=10 vs net=mlp'],
  ['net=rnn spectral-radius=1.2 steps=50 act=tanh', 'net=rnn depth=50 act=tanh radius=1.2'],
  ['net=lstm chrono=100 tied=no', 'net=lstm depth=10 tied=false chrono=100'],
])('"%s" is written "%s": act stands where it means something', (text, canonical) => {
  expect(printed(text)).toBe(canonical);
  expect(printed(canonical)).toBe(canonical);
});

test.each([
  ['net=lstm act=relu', 'act means nothing to net=lstm'],
  ['net=gru norm=layer', 'norm means nothing to net=gru'],
  ['net=rnn place=after', 'place means nothing to net=rnn'],
  ['net=gru forget=2', 'forget means nothing to net=gru'],
  ['net=lstm bias=0.1', 'bias means nothing to net=lstm'],
  ['net=lstm radius=1', 'radius means nothing to net=lstm'],
  ['net=mlp gate=sigmoid', 'gate means nothing to net=mlp'],
])('"%s" is refused: %s, and says what it goes with', (text, problem) => {
  expect(printed(text)).toContain(problem);
  expect(printed(text)).toMatch(/it goes with: net=/);
});

test('a sequence is as long as its steps, and tied weights are counted once', () => {
  const net = { name: 'lstm', parameter: null };
  const readout = 8 * 10;
  const size = (said: object) => design(complete({ net, width: 8, ...said })).size;
  expect(design(complete({ net, depth: 7, width: 8 })).features).toBe(56);
  expect(size({ depth: 7 }).weights).toBe(8 * 64 + readout);
  expect(size({ depth: 7, tied: false }).weights).toBe(7 * 8 * 64 + readout);
  expect(estimateCost([complete({ net, depth: 20 })]).operations).toBeGreaterThan(
    estimateCost([complete({ net, depth: 10 })]).operations,
  );
});
