import { keys } from '@vanish/core/query';
import { expect, test } from 'vitest';
import { complete } from './completion.ts';

const candidates = (line: string): readonly string[] => complete(line, { keys, verbs: ['doctor', 'help', 'exit'] })[0];

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

test('help and list take keys as words', () => {
  expect(candidates('help in')).toEqual(['init', 'input']);
});

test('dashes bring options, ours and the grammar’s', () => {
  expect(candidates('--t')).toEqual(['--theme ', '--tokens ', '--tied ', '--task ', '--tokenisation ', '--train ']);
});

test('what is replaced is the last word', () => {
  expect(complete('depth=10 act=sig', { keys, verbs: [] })[1]).toBe('act=sig');
});
