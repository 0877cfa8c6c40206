import { expect, test } from 'vitest';
import { findClashes } from './find-clashes.ts';
import { helpText } from './help.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { refuse } from './refuse.ts';
import { allPresets } from './subject-groups.ts';

const print = (text: string): string => {
  const parsed = parseQuery(text);
  return parsed.kind === 'question' ? printQuery(parsed.question) : parsed.issues.map(({ message }) => message).join('\n');
};

test.for(allPresets)('$name is the question it stands for, without a trace of its name', ({ name, aliases, query }) => {
  const parsed = parseQuery(query);
  expect(parsed).toMatchObject({ kind: 'question' });
  for (const spelling of [name, ...aliases]) expect(parseQuery(`example ${spelling}`)).toEqual(parsed);
  if (parsed.kind !== 'question') return;
  expect(findClashes(parsed.question)).toEqual([]);
  expect(refuse(parsed.question)).toEqual([]);
  expect(print(printQuery(parsed.question))).toBe(printQuery(parsed.question));
});

test.for(allPresets)('$name is listed with its question', ({ name, query }) => {
  const text = helpText({ kind: 'list', topic: 'examples' });
  expect(text).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect(text.replace(/\s+/g, ' ')).toContain(query);
});

test('names and aliases are in kebab case, each once', () => {
  const names = allPresets.flatMap(({ name, aliases }) => [name, ...aliases]);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['example sigmoid-10 depth=50', 'depth=50 act=sigmoid'],
  ['example sigmoid-10 layers=50 act=tanh', 'depth=50 act=tanh'],
  ['/vanish preset "sigmoid 10" --depth 50', 'depth=50 act=sigmoid'],
  ['demo Sigmoid_10 spectrum', 'depth=10 act=sigmoid spectrum=true'],
  ['example he-2015 init=he-normal', 'depth=30 act=relu init=he-normal'],
  ['example sigmoid-10 vs act=tanh', 'depth=10 act=sigmoid vs act=tanh'],
  ['example sigmoid-10 depth=20 vs act=tanh', 'depth=20 act=sigmoid vs act=tanh'],
  ['example edge of chaos 2017 gain=1.3', 'depth=50 act=tanh init=normal gain=1.3 bias=0.05'],
])('%s is %s', (text, query) => {
  expect(print(text)).toBe(query);
});

test('what is wrong behind a name is told as anywhere else', () => {
  expect(print('example sigmoid-10 act=sigmod')).toContain('unknown activation "sigmod" - did you mean "sigmoid"?');
  expect(print('example sigmoid-10 kernel=3')).toContain('kernel means nothing to net=mlp');
});
