import { expect, expectTypeOf, test } from 'vitest';
import type { EngineName as ReportedEngineName } from '../report.ts';
import { type EngineName, engineChooser, enginesByRank, useEngine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { EngineLoader, LoadedEngine } from './engines/engine-loader.ts';

test('the shelf is ranked: TensorFlow, WASM, CPU', () => {
  expect(enginesByRank.map(({ name }) => name)).toEqual(['tensorflow', 'wasm', 'cpu']);
});

test('a report can name every engine, and no other', () => {
  expectTypeOf<EngineName>().toEqualTypeOf<ReportedEngineName>();
});

test('auto takes the fastest engine that runs and says why a faster one was not taken', async () => {
  const engine = await useEngine('auto');
  const fastest = enginesByRank[0];
  expect(engine.tf.getBackend()).toBe(engine.name);
  expect(engine.version).toMatch(/^\d+\.\d+/);
  expect(engine.why === null).toBe(engine.name === fastest?.name);
});

test('only TensorFlow has a binding to record', async () => {
  for (const name of await enginesHere()) {
    const { binding } = await useEngine(name);
    expect(binding === null).toBe(name !== 'tensorflow');
  }
});

test('an unknown engine is refused with the known ones', async () => {
  const refusal = useEngine('gpu' as EngineName);
  await expect(refusal).rejects.toThrow(EngineError);
  await expect(refusal).rejects.toThrow('unknown engine "gpu" - known: auto, tensorflow, wasm, cpu');
});

test('engines take turns in one process, each the current backend when asked for', async () => {
  const names = await enginesHere();
  for (const name of [...names, ...names]) {
    const { tf } = await useEngine(name);
    expect(tf.getBackend()).toBe(name);
    expect(tf.tidy(() => tf.sum(tf.ones([3, 3])).dataSync()[0])).toBe(9);
  }
});

test('all engines share one TensorFlow.js', async () => {
  const names = await enginesHere();
  const instances = await Promise.all(names.map(async (name) => (await useEngine(name)).tf));
  expect(new Set(instances).size).toBe(1);
});

test('all engines agree on a small network and its gradients within float32 rounding', async () => {
  const answers = new Map<EngineName, readonly number[]>();
  for (const name of await enginesHere()) answers.set(name, await answerOf(name));
  const reference = answers.get('cpu') ?? [];
  expect(reference.length).toBeGreaterThan(0);
  for (const answer of answers.values()) {
    // each number comes from some hundred operations on numbers of order 1, each rounded to 2⁻²⁴, and exp and tanh to a few ulp
    const differences = answer.map((value, index) => Math.abs(value - (reference[index] ?? Number.NaN)));
    expect(Math.max(...differences)).toBeLessThan(500 * 2 ** -24);
  }
});

test('an engine that does not load gives way in auto, which says why and what to do', async () => {
  const { choose } = shelfOf({ fast: false, slow: true });
  expect(await choose('auto')).toMatchObject({
    name: 'slow',
    why: 'engine "fast" does not run here: fast is not installed - install fast',
  });
});

test('an engine asked for by name is never replaced by another', async () => {
  const { choose } = shelfOf({ fast: false, slow: true });
  await expect(choose('fast')).rejects.toThrow(
    new EngineError('engine "fast" does not run here: fast is not installed - install fast'),
  );
});

test('where no engine runs, the error names every reason', async () => {
  const { choose } = shelfOf({ fast: false, slow: false });
  await expect(choose('auto')).rejects.toThrow(/no engine runs here: .*fast is not installed.*slow is not installed/);
});

test('an engine is loaded once, however often it is used', async () => {
  const { choose, loads } = shelfOf({ fast: true, slow: true });
  await Promise.all([choose('fast'), choose('auto'), choose('slow')]);
  await choose();
  expect(loads.sort()).toEqual(['fast', 'slow']);
});

function shelfOf(runs: Readonly<Record<'fast' | 'slow', boolean>>) {
  const loads: string[] = [];
  const loader = (name: 'fast' | 'slow', rank: number): EngineLoader<'fast' | 'slow'> => ({
    name,
    rank,
    summary: name,
    advice: `install ${name}`,
    load: async () => {
      loads.push(name);
      if (!runs[name]) throw new Error(`${name} is not installed`);
      const tf = { setBackend: async () => true, ready: async () => {} };
      return { tf: tf as unknown as LoadedEngine['tf'], version: '1.0', binding: null };
    },
  });
  return { loads, choose: engineChooser([loader('slow', 2), loader('fast', 1)]) };
}

async function enginesHere(): Promise<readonly EngineName[]> {
  const names: EngineName[] = [];
  for (const { name } of enginesByRank) {
    const runs = await useEngine(name).then(
      () => true,
      (error: unknown) => !(error instanceof EngineError),
    );
    if (runs) names.push(name);
  }
  return names;
}

async function answerOf(name: EngineName): Promise<readonly number[]> {
  const { tf } = await useEngine(name);
  return tf.tidy(() => {
    const wave = (shape: [number, number, number], frequency: number) =>
      tf.sin(tf.mul(tf.range(0, shape[0] * shape[1] * shape[2]), frequency)).reshape(shape);
    const x = wave([2, 6, 8], 0.7);
    const gradients = tf.grads((...weights) => {
      const hidden = tf.tanh(tf.matMul(x, weights[0] ?? x));
      const output = tf.softmax(tf.sigmoid(tf.matMul(hidden, weights[1] ?? x)));
      return tf.mean(tf.square(output));
    });
    const [first, second] = gradients([wave([2, 8, 8], 0.3), wave([2, 8, 4], 1.1)]);
    return [...(first?.dataSync() ?? []), ...(second?.dataSync() ?? []), ...tf.softplus(x).dataSync()];
  });
}
