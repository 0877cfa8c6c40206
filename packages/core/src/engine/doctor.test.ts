import { expect, test } from 'vitest';
import { examineMachine, nodeFinding } from './doctor.ts';
import { useEngine } from './engine.ts';

test('the examination names Node, engine, TensorFlow, cache and cores, each with a value', async () => {
  const examination = await examineMachine();
  expect(examination.map(({ name }) => name)).toEqual(['Node', 'engine', 'TensorFlow', 'TensorFlow.js', 'cache folder', 'cores']);
  for (const { value } of examination) expect(value).not.toBe('');
});

test('whatever is not fine comes with advice, and only that', async () => {
  for (const { isFine, advice } of await examineMachine()) expect(advice === null).toBe(isFine);
});

test('the engine found is the one that auto gives', async () => {
  const engine = await useEngine('auto');
  const finding = (await examineMachine()).find(({ name }) => name === 'engine');
  expect(finding).toMatchObject({ value: `${engine.name} ${engine.version}`, advice: engine.why });
});

test.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.4.1', true],
])('Node %s is recent enough: %s', (version, isFine) => {
  expect(nodeFinding(version).isFine).toBe(isFine);
});
