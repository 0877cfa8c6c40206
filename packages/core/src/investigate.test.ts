import { expect, test } from 'vitest';
import { useEngine } from './engine/index.ts';
import { complete } from './experiment/complete.ts';
import { investigate, openLaboratory, QuestionError } from './investigate.ts';
import type { Progress } from './study/errand.ts';

const question = 'depth=4 width=16 act=sigmoid seeds=3 batch=8';

test('words become a report: measured, predicted, judged, with the question that repeats it', async () => {
  const report = await investigate(question);
  expect(report).toMatchObject({ version: 1, kind: 'network', experiment: { depth: 4, width: 16, seeds: 3, batch: 8 } });
  expect(report.engine).toBe((await useEngine()).name);
  expect(report.measured.layers.map(({ index, name }) => `${index} ${name}`)).toEqual(
    [1, 2, 3, 4].map((layer) => `${layer - 1} dense ${layer}`),
  );
  expect(report.measured.readout?.name).toBe('readout');
  expect(report.theory?.layers.length).toBe(4);
  expect(report.verdict.kind).toBe('vanishing');
  expect(Object.isFrozen(report)).toBe(true);
});

test('the canonical text of a report gives the same report again', async () => {
  const { timings: _, ...first } = await investigate(
    'act=gelu depth=3 width=9 seeds=2 init=lsuv opt=adam seed=17 task=pairs(0.4)',
  );
  const { timings: __, ...second } = await investigate(first.query);
  expect(second).toEqual(first);
});

test('a report survives JSON: nothing in it is undefined, and only numbers that JSON has', async () => {
  const report = await investigate(question);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('an experiment is answered as its words are', async () => {
  const experiment = complete({ depth: 4, width: 16, activation: { name: 'sigmoid', parameter: null }, seeds: 3, batch: 8 });
  expect((await investigate(experiment)).measured).toEqual((await investigate(question)).measured);
});

test.each([
  ['act=sigmod', /unknown activation "sigmod"/],
  ['depth=100000', /above 2000/],
  ['act=relu,tanh', /more than the look at one network/],
  ['help', /"help" asks for words, not for a network - a network is asked for as: depth=10 act=sigmoid/],
])('"%s" is no network: the error carries what is wrong as data', async (text, message) => {
  const refusal = investigate(text).then(
    () => null,
    (error: unknown) => error,
  );
  const error = await refusal;
  expect(error).toBeInstanceOf(QuestionError);
  expect((error as QuestionError).message).toMatch(message);
  expect((error as QuestionError).issues.length).toBeGreaterThan(0);
});

test('progress goes from loading to done, never back, and times are those of the clock given', async () => {
  const seen: Progress[] = [];
  let clock = 0;
  const now = (): number => {
    clock += 10;
    return clock;
  };
  const { timings } = await investigate(question, { onProgress: (progress) => seen.push(progress), now });
  expect(seen.map(({ stage, share }) => `${stage} ${share}`)).toEqual([
    'loading 0',
    'measuring 0',
    'measuring 1',
    'predicting 0',
    'done 1',
  ]);
  expect(timings).toEqual({ loadMs: 10, measureMs: 10, predictMs: 10 });
});

test('an investigation that is called off rejects with the reason', async () => {
  await expect(investigate(question, { signal: AbortSignal.abort(new Error('called off')) })).rejects.toThrow('called off');
});

test('a laboratory closed answers again, and leaves no tensor', async () => {
  const { tf, binding } = await useEngine();
  const experiment = complete({ depth: 3, width: 8, seeds: 2, spectrum: true });
  const before = [tf.memory().numTensors, binding?.getNumOfTensors()];
  const laboratory = openLaboratory();
  const first = await laboratory.investigate(experiment);
  laboratory.close();
  expect((await laboratory.investigate(experiment)).measured).toEqual(first.measured);
  laboratory.close();
  expect([tf.memory().numTensors, binding?.getNumOfTensors()]).toEqual(before);
});

test('questions asked at once are answered as if asked one after another', async () => {
  const laboratory = openLaboratory();
  const experiments = ['relu', 'tanh', 'relu'].map((name) =>
    complete({ depth: 3, width: 8, seeds: 2, activation: { name, parameter: null } }),
  );
  const together = await Promise.all(experiments.map((experiment) => laboratory.investigate(experiment)));
  for (const [position, experiment] of experiments.entries())
    expect((await laboratory.investigate(experiment)).measured).toEqual(together[position]?.measured);
  laboratory.close();
});
