import { keys } from '@vanish/core/query';
import { expect, test } from 'vitest';
import { complete } from './completion.ts';

const after = {
  list: ['act', 'remedies'],
  explain: ['chi', 'chaotic-phase', 'norm=batch', 'norm=layer'],
  example: ['he-2015', 'irnn'],
};
const candidates = (line: string): readonly string[] =>
  complete(line, { keys, verbs: ['doctor', 'help', 'exit', 'probe'], after, options })[0];
const options = { probe: ['data', 'engine'] };

test('a first word may be a key or a verb', () => {
  expect(candidates('de')).toEqual(['depth=', 'decay=']);
  expect(candidates('do')).toEqual(['doctor']);
});

test('a value comes from the shelf of its key, under any name of the key', () => {
  expect(candidates('depth=10 act=sig')).toEqual(['act=sigmoid']);
  expect(candidates('activation=sig')).toEqual(['activation=sigmoid']);
});

test('a list is completed entry by entry', () => {
  expect(candidates('act=tanh,sig')).toEqual(['act=tanh,sigmoid']);
});

test('a key that was given is not offered again', () => {
  expect(candidates('depth=10 dep')).toEqual([]);
});

test('help takes keys as words', () => {
  expect(candidates('help in')).toEqual(['init', 'input']);
});

test('explain is followed by topics, list by what it lists, example by a name and then by pairs', () => {
  expect(candidates('explain ch')).toEqual(['chi', 'chaotic-phase']);
  expect(candidates('Explain norm=b')).toEqual(['norm=batch']);
  expect(candidates('list rem')).toEqual(['remedies']);
  expect(candidates('example ')).toEqual(['he-2015', 'irnn']);
  expect(candidates('example he-2015 dep')).toEqual(['depth=']);
  expect(candidates('example he-2015 act=sig')).toEqual(['act=sigmoid']);
});

test('dashes bring options, ours and the grammar’s', () => {
  expect(candidates('--t')).toEqual(['--theme ', '--tokens ', '--tied ', '--task ', '--tokenisation ', '--train ']);
});

test('a command brings its own options instead of the grammar’s', () => {
  expect(candidates('pro')).toEqual(['probe']);
  expect(candidates('probe model.json --d')).toEqual(['--data ']);
  expect(candidates('probe model.json --j')).toEqual(['--json']);
});

test('what is replaced is the last word', () => {
  expect(complete('depth=10 act=sig', { keys, verbs: [], after, options })[1]).toBe('act=sig');
});
