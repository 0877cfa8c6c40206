import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { normalDensity, normalDistribution } from '../numbers/normal.ts';
import { compile } from './compile.ts';
import { type Engine, type EngineName, enginesByRank, useEngine } from './engine.ts';
import { createRandom, type Random } from './random.ts';

type Draw = (random: Random) => Tensor;

/** Every law, in shapes whose counts are and are not multiples of eight. `tolerance`: how far engines may differ. */
const draws: readonly { readonly title: string; readonly draw: (seeds: number) => Draw; readonly tolerance: number }[] = [
  { title: 'uniform', draw: (seeds) => (random) => random.uniform([seeds, 7, 9]), tolerance: 0 },
  { title: 'normal', draw: (seeds) => (random) => random.normal([seeds, 7, 9]), tolerance: 0 },
  { title: 'truncated normal', draw: (seeds) => (random) => random.truncatedNormal([seeds, 40, 5]), tolerance: 0 },
  // reflections in float32 against float64
  { title: 'tall orthogonal', draw: (seeds) => (random) => random.orthogonal([seeds, 12, 7]), tolerance: 1e-5 },
  { title: 'wide orthogonal', draw: (seeds) => (random) => random.orthogonal([seeds, 5, 12]), tolerance: 1e-5 },
];

const read = (engine: Engine, firstSeed: number, draw: Draw): Float32Array =>
  engine.tf.tidy(() => draw(createRandom(engine, engine.tf.scalar(firstSeed, 'int32'))).dataSync() as Float32Array);

const largestDifference = (one: Float32Array, other: Float32Array): number =>
  one.length === other.length ? Math.max(...one.map((value, index) => Math.abs(value - (other[index] as number)))) : Number.NaN;

const present = async (): Promise<readonly EngineName[]> => {
  const names: EngineName[] = [];
  for (const { name } of enginesByRank) if ((await useEngine(name).catch(() => null)) !== null) names.push(name);
  return names;
};

test.for(draws)('$title: every engine present draws the same numbers', async ({ draw, tolerance }, { skip }) => {
  const names = await present();
  if (names.length < 2) skip(`only ${names.join()} runs here`);
  // the last of the networks that may be asked for, 2³¹ − 257: its stretch begins beyond 32 bits
  for (const firstSeed of [0, 7, 2 ** 31 - 257]) {
    const drawn: Float32Array[] = [];
    for (const name of names) drawn.push(read(await useEngine(name), firstSeed, draw(3)));
    for (const numbers of drawn) expect(largestDifference(numbers, drawn[0] as Float32Array)).toBeLessThanOrEqual(tolerance);
  }
});

const cases = enginesByRank.flatMap(({ name }) => draws.map((entry) => ({ name, ...entry })));

test.for(cases)('$name: $title: network 5 is the same alone and among others', async ({ name, draw }, { skip }) => {
  const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
  const among = read(engine, 3, draw(4));
  const size = among.length / 4;
  expect(read(engine, 5, draw(1))).toEqual(among.slice(2 * size, 3 * size));
});

test.for(cases)('$name: $title: a seed gives the same numbers again, and the next draw others', async (entry, { skip }) => {
  const engine = await useEngine(entry.name).catch(() => skip(`${entry.name} does not run here`));
  const draw = entry.draw(2);
  const [first, second] = engine.tf.tidy(() => {
    const random = createRandom(engine, engine.tf.scalar(9, 'int32'));
    return [draw(random).dataSync(), draw(random).dataSync()] as [Float32Array, Float32Array];
  });
  expect(read(engine, 9, draw)).toEqual(first);
  expect(second).not.toEqual(first);
  expect(read(engine, 10, draw)).not.toEqual(first);
});

test.for(cases)('$name: $title: compiled, the seed stays an argument', async ({ name, draw }, { skip }) => {
  const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
  const { tf } = engine;
  const compiled = compile(engine, (firstSeed: Tensor) => draw(2)(createRandom(engine, firstSeed)));
  for (const firstSeed of [4, 4, 5, 2 ** 31 - 257]) {
    const numbers = tf.tidy(() => compiled(tf.scalar(firstSeed, 'int32')).dataSync());
    expect(numbers).toEqual(read(engine, firstSeed, draw(2)));
  }
  compiled.dispose();
});

test.for(cases)('$name: $title: leaves no tensor behind', async ({ name, draw }, { skip }) => {
  const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
  const counted = (): readonly number[] => [engine.tf.memory().numTensors, engine.binding?.getNumOfTensors() ?? 0];
  read(engine, 1, draw(2));
  const before = counted();
  for (let round = 0; round < 3; round += 1) read(engine, round, draw(2));
  expect(counted()).toEqual(before);
});

/** 2 ϕ(2) / (2Φ(2) − 1) */
const cut = (2 * normalDensity(2)) / (2 * normalDistribution(2) - 1);

/** Mean, variance and fourth moment of the numbers of a law. */
const moments: readonly { readonly title: string; readonly draw: Draw; readonly expected: readonly [number, number, number] }[] =
  [
    { title: 'U(−½, ½)', draw: (random) => random.uniform([4, 10_000]).div(2 ** 16), expected: [0, 1 / 12, 1 / 80] },
    { title: 'N(0, 1)', draw: (random) => random.normal([4, 10_000]), expected: [0, 1, 3] },
    {
      // E x² = 1 − 2aϕ(a)/Z, E x⁴ = 3 − 2ϕ(a)(a³ + 3a)/Z with a = 2, Z = Φ(2) − Φ(−2)
      title: 'N(0, 1) cut at ±2 (doubly truncated normal: Johnson, Kotz & Balakrishnan 1994, §13.10)',
      draw: (random) => random.truncatedNormal([4, 10_000]),
      expected: [0, 1 - 2 * cut, 3 - 14 * cut],
    },
  ];

test.for(moments)('$title: mean, variance and fourth moment lie within 4 standard errors', async ({ draw, expected }) => {
  const numbers = [...read(await useEngine(), 0, draw)];
  for (const [position, power] of [1, 2, 4].entries()) {
    const powers = numbers.map((value) => value ** power);
    const average = powers.reduce((sum, value) => sum + value, 0) / powers.length;
    const variance = powers.reduce((sum, value) => sum + (value - average) ** 2, 0) / powers.length;
    expect(Math.abs(average - (expected[position] as number))).toBeLessThan(4 * Math.sqrt(variance / powers.length));
  }
});

test('truncated normals stay within ±2', async () => {
  const numbers = read(await useEngine(), 2, (random) => random.truncatedNormal([4, 10_000]));
  // Φ(−2) in float32 is good to 2e-9, times 1/ϕ(2)
  expect(Math.max(...numbers.map(Math.abs))).toBeLessThan(2 + 1e-6);
});

test('networks and draws are independent: no two are correlated beyond 4 standard errors', async () => {
  const engine = await useEngine();
  const length = 4096;
  const lists = engine.tf.tidy(() => {
    const random = createRandom(engine, engine.tf.scalar(0, 'int32'));
    return [random.normal([3, length]), random.normal([3, length])].flatMap((drawn) => drawn.arraySync() as number[][]);
  });
  for (const [position, one] of lists.entries()) {
    for (const other of lists.slice(0, position)) {
      const product = one.reduce((sum, value, index) => sum + value * (other[index] as number), 0) / length;
      expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(length));
    }
  }
});
