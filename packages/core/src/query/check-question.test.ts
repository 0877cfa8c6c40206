import { expect, test } from 'vitest';
import { isAffordable } from '../experiment/cost.ts';
import type { Issue } from '../experiment/issue.ts';
import type { Question } from '../experiment/question.ts';
import { checkQuestion } from './check-question.ts';
import { networksOf } from './networks-of.ts';
import { parseQuery } from './parse-query.ts';
import { costOf, refuse } from './refuse.ts';

const ask = (text: string): Question => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'issues') throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  return parsed.question;
};

const nearestOf = ([issue]: readonly Issue[]): Question => ask(issue?.nearest ?? 'no nearest form');

test('a list is one network per value, in its order', () => {
  expect(networksOf(ask('act=relu,sigmoid seeds=3')).map(({ activation, seeds }) => [activation.name, seeds])).toEqual([
    ['relu', 3],
    ['sigmoid', 3],
  ]);
});

test('of a map the second axis runs fastest', () => {
  expect(networksOf(ask('depth=5,9 gain=1,1.5,2')).map(({ depth, gain }) => [depth, gain])).toEqual([
    [5, 1],
    [5, 1.5],
    [5, 2],
    [9, 1],
    [9, 1.5],
    [9, 2],
  ]);
});

test.each(['help', 'list', 'explain relu'])('%s measures nothing and costs nothing', (text) => {
  expect(networksOf(ask(text))).toEqual([]);
  expect(refuse(ask(text))).toEqual([]);
});

test.each([
  'depth=10 act=sigmoid',
  'depth=400',
  'depth=50 width=256 batch=128 seeds=1',
  'depth=30 width=512 batch=128 seeds=1',
  'spectrum',
  'act=sigmoid,tanh,relu',
  'depth=2..64 act=sigmoid,tanh,relu',
  'depth=50 act=tanh init=normal gain=0.5..3:32 bias=0..1:32',
  'depth=7 vs depth=9',
  'fix depth=30 act=sigmoid',
  'explain chaos',
  'help',
  'list act',
])('%s may run', (text) => {
  expect(checkQuestion(ask(text))).toEqual([]);
});

test.each([
  ['depth=1000 seeds=256', 's of computing, above 60 s'],
  ['seeds=256 width=1024 depth=50', 's of computing, above 60 s'],
  ['depth=2000 width=4096', 'GiB of tensors at once, above 2 GiB'],
  ['spectrum=true width=4096', 'above 2 GiB'],
  ['train=10000 width=512', 's of computing'],
  ['depth=1900 width=1000 vs depth=1950', 'GiB of tensors'],
  ['fix depth=2000 width=4096', 'GiB of tensors'],
  ['width=128..4096:64 depth=500', 'above'],
  ['net=cnn dims=2 size=64', 'GiB of tensors at once'],
  ['net=cnn spectrum=true size=32', 'GiB of tensors'],
  ['gain=0.5..3:64 bias=0..1:64 depth=500', 's of computing'],
  ['depth=2..2000:64 width=2..2000:64', 'GiB of tensors'],
])('%s asks for too much, and the nearest question fits', (text, reason) => {
  const issues = refuse(ask(text));
  expect(issues).toHaveLength(1);
  expect(issues[0]?.message).toContain(reason);
  expect(isAffordable(costOf(ask(text)))).toBe(false);
  expect(isAffordable(costOf(nearestOf(issues)))).toBe(true);
});

test('what fits is the largest that fits', () => {
  const [issue] = refuse(ask('depth=2000 width=512'));
  expect(issue?.allowed.length).toBeGreaterThan(0);
  for (const change of issue?.allowed ?? []) {
    const [key = '', value = ''] = change.split('=');
    const others = ['depth=2000', 'width=512'].filter((pair) => !pair.startsWith(`${key}=`)).join(' ');
    expect([change, isAffordable(costOf(ask(`${others} ${change}`)))]).toEqual([change, true]);
    expect([change, isAffordable(costOf(ask(`${others} ${key}=${Number(value) + 1}`)))]).toEqual([change, false]);
  }
});

test.each([
  ['net=transformer heads=5', 'heads=5 does not divide width=128 - did you mean "net=transformer depth=10 act=sigmoid"?'],
  [
    'net=transformer width=6 heads=4',
    'heads=4 does not divide width=6 - did you mean "net=transformer depth=10 width=6 act=sigmoid heads=3"?',
  ],
  [
    'train=10 loss=probe',
    'loss=probe is only a direction, and nothing can be learned from it - did you mean "depth=10 act=sigmoid train=10"?',
  ],
])('%s is answered with a network that goes together', (text, message) => {
  expect(checkQuestion(ask(text)).map((issue) => issue.message)).toEqual([message]);
});

test('clashes of one network are told together, and one network answers all of them', () => {
  const issues = checkQuestion(ask('net=transformer depth=2 width=32 heads=7 seeds=2 batch=8 train=5 loss=probe'));
  expect(issues.map(({ field }) => field)).toEqual(['heads', 'loss', 'batch']);
  for (const { nearest } of issues) expect(checkQuestion(ask(nearest ?? ''))).toEqual([]);
});

test.each([
  'net=cnn task=digits train=100',
  'net=lstm task=copy steps=200 train=1000',
  'net=lstm task=adding steps=100 train=300',
])('%s costs too much, and what is offered instead is answered', (text) => {
  const [issue] = checkQuestion(ask(text));
  expect(issue?.problem).toContain('of computing');
  expect(checkQuestion(ask(issue?.nearest ?? ''))).toEqual([]);
});

test('what clashes in every network of a study is told once, and mended in all', () => {
  const issues = checkQuestion(ask('depth=1..3 train=5 batch=2'));
  expect(issues.map(({ field, nearest }) => [field, nearest])).toEqual([['batch', 'depth=1..3 act=sigmoid batch=10 train=5']]);
});

test('a range that costs too much is offered with fewer points', () => {
  const [issue] = checkQuestion(ask('depth=4..40 lr=0.003..1 act=tanh train=30'));
  expect(issue?.nearest).toBe('depth=4..40:8 act=tanh lr=0.003..1:8 train=30');
  expect(checkQuestion(nearestOf(issue === undefined ? [] : [issue]))).toEqual([]);
});
