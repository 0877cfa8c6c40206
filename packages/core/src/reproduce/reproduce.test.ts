import { expect, test } from 'vitest';
import { useEngine } from '../engine/index.ts';
import { relu } from '../parts/activations/relu.ts';
import { mse } from '../parts/losses/mse.ts';
import * as shelf from './claims/index.ts';
import type { Laboratory } from './laboratory.ts';
import { decide } from './outcome.ts';
import { blueprintOf } from './plain-net.ts';
import { claims, type ReproduceOptions, type ReproductionRow, reproduce } from './reproduce.ts';

const collect = async (rows: AsyncIterable<ReproductionRow>): Promise<ReproductionRow[]> => {
  const all: ReproductionRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

test('claims are numbered in order, once for measuring and once for training, and say where they come from', () => {
  const names = claims.map(({ id, takes }) => `${id} ${takes}`);
  expect(names).toEqual([...new Set(names)].sort());
  expect(new Set(claims.map(({ claim }) => claim)).size).toBe(claims.length);
  for (const { id, claim, source } of claims) {
    expect(id).toMatch(/^P\d\d$/);
    expect(claim).toMatch(/^\S.*\.$/);
    expect(source.length).toBeGreaterThan(10);
  }
});

test.each(['P07', 'P13', 'P19'])('%s comes out without measuring anything', async (id) => {
  const { tf } = await useEngine();
  const nothingToMeasure: Laboratory = {
    measure: () => Promise.reject(new Error('this claim measures nothing')),
    predict: () => {
      throw new Error('this claim predicts no net');
    },
    tf,
    train: () => Promise.reject(new Error('this claim trains nothing')),
  };
  const comparisons =
    (await Object.values(shelf)
      .find((claim) => claim.id === id)
      ?.run(nothingToMeasure)) ?? [];
  expect(comparisons.length).toBeGreaterThan(0);
  expect(comparisons.map(decide).filter(({ pass }) => !pass)).toEqual([]);
});

test.each(['P02', 'P15'])('%s comes out on the engine that is here', async (id) => {
  const engine = await useEngine();
  const before = engine.tf.memory().numTensors;
  const rows = await collect(reproduce({ engine, ids: [id] }));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ pass }) => !pass)).toEqual([]);
  expect(engine.tf.memory().numTensors).toBe(before);
});

test('a wrong number fails its row', async () => {
  const engine = await useEngine();
  const [row] = await collect(reproduce({ engine, ids: ['P07'] }));
  expect(row?.pass).toBe(true);
  expect(decide({ ...(row as ReproductionRow), measured: 1.001 }).pass).toBe(false);
});

test('ids are taken in any case, in the order asked for, and announced before they run', async () => {
  const engine = await useEngine();
  const announced: string[] = [];
  const onProgress = ({ claim, done, count }: { claim: { id: string }; done: number; count: number }): void => {
    announced.push(`${claim.id} ${done}/${count}`);
  };
  const rows = await collect(reproduce({ engine, ids: ['p02', 'P07'], onProgress }));
  expect([...new Set(rows.map(({ id }) => id))]).toEqual(['P02', 'P07']);
  expect(announced).toEqual(['P02 0/2', 'P07 1/2']);
});

/** How many claims a selection has, seen from the first of them, which never runs. */
const countOf = async (options: Omit<ReproduceOptions, 'engine'>): Promise<number> => {
  let counted = 0;
  const stop = new Error('counted');
  const onProgress = ({ count }: { count: number }): void => {
    counted = count;
    throw stop;
  };
  await expect(collect(reproduce({ ...options, engine: await useEngine(), onProgress }))).rejects.toBe(stop);
  return counted;
};

test('what takes training is left out, unless it is asked for or named', async () => {
  const training = claims.filter(({ takes }) => takes === 'training').length;
  expect(training).toBeGreaterThan(0);
  expect(await countOf({})).toBe(claims.length - training);
  expect(await countOf({ includesTraining: true })).toBe(claims.length);
  expect(await countOf({ ids: ['P04'] })).toBe(1);
  // measured first, then trained
  expect(await countOf({ ids: ['P11'] })).toBe(2);
});

test('an unknown id is refused with the known ones', async () => {
  const engine = await useEngine();
  await expect(collect(reproduce({ engine, ids: ['P99'] }))).rejects.toThrow(
    /unknown published result "P99" - known: P01, .*P26/,
  );
});

test('an aborted reproduction stops before the next claim', async () => {
  const engine = await useEngine();
  const controller = new AbortController();
  const rows = reproduce({ engine, ids: ['P07', 'P02'], signal: controller.signal });
  expect((await rows.next()).value?.id).toBe('P07');
  controller.abort(new Error('enough'));
  await expect(collect(rows)).rejects.toThrow('enough');
});

test('a plain net is built as users build it', () => {
  const net = { activation: relu, depth: 3, width: 20, seeds: 2 };
  expect(blueprintOf(net).rows.map(({ units }) => units)).toEqual([20, 20, 20]);
  expect(blueprintOf({ ...net, loss: mse }).rows.at(-1)).toEqual({ name: 'readout', units: 10 });
  expect(blueprintOf(net).recursion).toEqual({ activation: relu, gain: 1, bias: 0 });
  expect(blueprintOf({ ...net, gain: 2, bias: 0.1 }).recursion).toEqual({ activation: relu, gain: 2, bias: 0.1 });
});
