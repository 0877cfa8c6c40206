import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useEngine } from '../engine.ts';
import { type DrawLaw, drawFrom, lawOf } from './draw-law.ts';

const { tf } = await useEngine('auto');

const numbersFrom = (law: DrawLaw, shape: readonly number[], seed: number): Float32Array =>
  tf.tidy(() => drawFrom(tf, law, shape, seed).dataSync() as Float32Array);

test.each<DrawLaw>([
  { kind: 'uniform', parameters: [0, 1] },
  { kind: 'uniform', parameters: [-1, 1] },
  { kind: 'uniform', parameters: [-0.05, 0.05] },
  { kind: 'uniform', parameters: [100, 250] },
  { kind: 'normal', parameters: [0, 1] },
  { kind: 'normal', parameters: [0, 0.1] },
  { kind: 'normal', parameters: [1, Math.sqrt(0.3 / 0.7)] },
  { kind: 'normal', parameters: [0, Math.SQRT1_2] },
  { kind: 'normal', parameters: [-3, 0.025] },
])('draws of $kind $parameters are recognised', (law) => {
  const before = tf.memory().numTensors;
  for (const shape of [[4], [7, 3], [50, 40]]) {
    const found = lawOf(tf, numbersFrom(law, shape, 0.37), shape, 0.37);
    expect(found?.kind).toBe(law.kind);
    // an offset is known as well as the spread around it: to six digits of the larger
    for (const [index, parameter] of law.parameters.entries()) expect(found?.parameters[index]).toBeCloseTo(parameter, 5);
  }
  expect(tf.memory().numTensors).toBe(before);
});

test('laws with parameters of few digits are recognised exactly', () => {
  const hundredths = (integer: number): number => integer / 100;
  const law = fc
    .tuple(
      fc.constantFrom<DrawLaw['kind']>('uniform', 'normal'),
      fc.integer({ min: -999, max: 999 }),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(
      ([kind, one, other]): DrawLaw => ({
        kind,
        parameters: [hundredths(one), hundredths(kind === 'uniform' ? one + other : other)],
      }),
    );
  fc.assert(
    fc.property(law, fc.integer({ min: 4, max: 300 }), (given, count) => {
      expect(lawOf(tf, numbersFrom(given, [count], 0.5), [count], 0.5)).toEqual(given);
    }),
    { numRuns: 100, seed: 22 },
  );
});

test.each([
  ['other numbers', Float32Array.of(1, 2, 3, 4, 5)],
  ['zeros', new Float32Array(5)],
  ['too many', new Float32Array(9)],
])('%s are no draw', (_, values) => {
  expect(lawOf(tf, values, [5], 0.37)).toBeNull();
});
