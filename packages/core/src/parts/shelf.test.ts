import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findByName, findNearest, foldName, type Shelf, variantsOf } from './shelf.ts';
import type { Explanation } from './variant.ts';

const explanation: Explanation = { text: [], formula: null, source: null, example: '' };
const shelf: Shelf = {
  leakyRelu: { name: 'leaky-relu', aliases: ['lrelu'], summary: 'leaks', explanation },
  sigmoid: { name: 'sigmoid', aliases: ['logistic'], summary: 'saturates', explanation },
  elu: { name: 'elu', aliases: [], summary: 'bends', explanation },
};
const all = variantsOf(shelf);

test('variants come by name', () => {
  expect(all.map(({ name }) => name)).toEqual(['elu', 'leaky-relu', 'sigmoid']);
});

test.each(['leaky-relu', 'Leaky ReLU', 'LEAKY_RELU', 'leakyrelu', 'lReLU'])('%s is leaky-relu', (spelling) => {
  expect(findByName(all, spelling)?.name).toBe('leaky-relu');
});

test.each(['', '-', 'leaky', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])('"%s" is nobody', (spelling) => {
  expect(findByName(all, spelling)).toBeNull();
});

test.each([
  ['sigmod', 'sigmoid'],
  ['sgimoid', 'sigmoid'],
  ['sig', 'sigmoid'],
  ['logistik', 'sigmoid'],
  ['leakyrel', 'leaky-relu'],
  ['eul', 'elu'],
])('%s was meant for %s', (spelling, name) => {
  expect(findNearest(all, spelling)?.name).toBe(name);
});

test.each(['', 'x', 'transformer', 'constructor', '__proto__'])('nothing is near "%s"', (spelling) => {
  expect(findNearest(all, spelling)).toBeNull();
});

test('a million letters are near nothing', () => {
  expect(findNearest(all, 'sigmoid'.repeat(150_000))).toBeNull();
});

test('one changed letter of a long name is forgiven wherever it stands', () => {
  const changed = fc.tuple(fc.nat({ max: 'leakyrelu'.length - 1 }), fc.constantFrom(...'abcxyz'));
  fc.assert(
    fc.property(changed, ([at, letter]) => {
      const spelling = `leakyrelu`.slice(0, at) + letter + `leakyrelu`.slice(at + 1);
      expect(findNearest(all, spelling)?.name).toBe('leaky-relu');
    }),
  );
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aZ-_ \tİßΣẞǅ') }), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text));
    }),
  );
});
