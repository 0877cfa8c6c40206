import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useEngine } from '../engine/engine.ts';
import { dataType, withRawOperations } from '../engine/raw-operations.ts';
import { fillPhilox, type PhiloxPosition } from './philox.ts';

const wordsFrom = (position: PhiloxPosition, count: number): Uint32Array => {
  const words = new Uint32Array(count);
  fillPhilox(words, position);
  return words;
};

const hex = (words: Uint32Array): string => [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ');

const all = 0xffffffff;
const known: readonly (PhiloxPosition & { readonly title: string; readonly words: string })[] = [
  { title: 'zeros', key: [0, 0], counter: [0, 0, 0, 0], words: '6627e8d5 e169c58d bc57ac4c 9b00dbd8' },
  { title: 'ones', key: [all, all], counter: [all, all, all, all], words: '408f276d 41c83b0e a20bc7c6 6d5451fd' },
  {
    title: 'digits of π',
    key: [0xa4093822, 0x299f31d0],
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    words: 'd16cfe09 94fdcceb 5001e420 24126ea1',
  },
];

test.each(known)('philox4x32-10 of $title is as in kat_vectors of Random123 (Salmon et al. 2011)', ({ words, ...position }) => {
  expect(hex(wordsFrom(position, 4))).toBe(words);
});

const word = fc.nat({ max: all });
const positions = fc.record({ key: fc.tuple(word, word), counter: fc.tuple(word, word, word, word) });

test('a stretch is the stretches of its counters, one behind the other', () => {
  fc.assert(
    fc.property(positions, ({ key, counter: [low, second, third, fourth] }) => {
      fc.pre(low < all - 3);
      const apart = [0, 1, 2].map((step) => hex(wordsFrom({ key, counter: [low + step, second, third, fourth] }, 4)));
      expect(hex(wordsFrom({ key, counter: [low, second, third, fourth] }, 12))).toBe(apart.join(' '));
    }),
  );
});

test.each([
  { from: [all, 5, 6, 7], to: [0, 6, 6, 7] },
  { from: [all, all, 6, 7], to: [0, 0, 7, 7] },
  { from: [all, all, all, 7], to: [0, 0, 0, 8] },
  { from: [all, all, all, all], to: [0, 0, 0, 0] },
] as const)('counter $from is followed by $to', ({ from, to }) => {
  const key = [3, 4] as const;
  expect(hex(wordsFrom({ key, counter: from }, 8).slice(4))).toBe(hex(wordsFrom({ key, counter: to }, 4)));
});

/** The words that TensorFlow's own kernel makes of a position. */
const drawWithTensorFlow = async ({ key, counter }: PhiloxPosition, count: number): Promise<Uint32Array> => {
  const engine = await useEngine('tensorflow');
  const halves = withRawOperations(engine, (raw) => {
    const run = (operation: string, types: Parameters<typeof raw.run>[1], ids: readonly number[]): number =>
      raw.run(operation, types, ids)[0] as number;
    const unsigned = (shape: number[], words: readonly number[]): number =>
      run('Bitcast', { T: dataType.int32, type: dataType.uint64 }, [raw.integers([...shape, 2], words)]);
    const inputs = [raw.integers([1], [count]), unsigned([1], key), unsigned([2], counter), raw.integers([], [1])];
    const words = run('StatelessRandomUniformFullIntV2', { dtype: dataType.int32, Tshape: dataType.int32 }, inputs);
    const bits = run('Bitcast', { T: dataType.int32, type: dataType.uint16 }, [words]);
    // float32 holds sixteen bits, not all of 32
    return raw.adopt(run('Cast', { SrcT: dataType.uint16, DstT: dataType.float32 }, [bits]), [2 * count]);
  });
  const drawn = new Uint32Array(Uint16Array.from(halves.dataSync()).buffer);
  halves.dispose();
  return drawn;
};

const asked: readonly PhiloxPosition[] = [
  { key: [0, 0], counter: [0, 0, 0, 0] },
  { key: [7, 0], counter: [123_456, 0, 0, 0] },
  { key: [3, 9], counter: [0xfffffff0, 41, 0, 0] },
  { key: [0xa4093822, 0x299f31d0], counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] },
];
const count = 10_000;

test.for(asked)('words from $counter are TensorFlow’s', async (position, { skip }) => {
  await useEngine('tensorflow').catch(() => skip('the native engine does not run here'));
  expect(wordsFrom(position, count)).toEqual(await drawWithTensorFlow(position, count));
});
