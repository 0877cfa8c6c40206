import { afterAll, beforeAll, expect, test } from 'vitest';
import { lectureFolder } from '../lecture/notebooks.ts';
import { type Kernel, startKernel } from './kernel.ts';

let kernel: Kernel;

beforeAll(async () => {
  kernel = await startKernel(lectureFolder);
});

afterAll(() => kernel.stop());

const run = (code: string, limitMs = 30_000): ReturnType<Kernel['execute']> => kernel.execute(code, limitMs);

test('a cell prints, counts, and hands its names on', async () => {
  expect(await run("const word = 'tanh';\nconsole.log(word);\nconsole.log(word.length);")).toEqual({
    status: 'ok',
    count: 1,
    outputs: [{ output_type: 'stream', name: 'stdout', text: 'tanh\n4\n' }],
  });
  expect(await run('word.toUpperCase()')).toMatchObject({ count: 2, outputs: [{ text: 'TANH\n' }] });
});

test('type errors and exceptions are errors, and the next cell runs', async () => {
  expect(await run('const size: number = word;')).toMatchObject({
    status: 'error',
    outputs: [{ name: 'stderr', text: expect.stringContaining("Type 'string' is not assignable to type 'number'") }],
  });
  expect(await run("throw new Error('no luck');")).toMatchObject({ status: 'error' });
  expect(await run('console.log(1)')).toMatchObject({ status: 'ok', outputs: [{ text: '1\n' }] });
});

test('the packages of Vanish load, with their types; top-level await works', async () => {
  const cell = `import { investigate } from '@vanish/core';
import { drawReport } from '@vanish/plots';
import { show, vanish } from '@vanish/display';
const answer = await vanish.network\`depth=2 act=relu seeds=2\`;
const layers: number = answer.measured.layers.length;
await show(answer);`;
  const { status, outputs } = await run(cell);
  expect({ status, count: outputs.length }).toEqual({ status: 'ok', count: 1 });
  expect(outputs[0]).toMatchObject({ data: { 'image/png': expect.any(String), 'text/plain': expect.stringContaining('relu') } });
  expect(await run('const wrong: string = answer.measured.layers;')).toMatchObject({ status: 'error' });
});

test('progress of a long cell leaves nothing behind', async () => {
  const cell = `import { progress } from '@vanish/display';
await progress('waiting', async (tell) => {
  for (let step = 0; step <= 10; step += 1) {
    tell(step / 10);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});`;
  expect(await run(cell)).toMatchObject({ status: 'ok', outputs: [] });
});

test('a flood is said to be one, and does not hang', async () => {
  const { status } = await run("for (let line = 0; line < 5000; line += 1) console.log('line ' + line);");
  expect(['ok', 'flooded']).toContain(status);
});

test('a cell that takes too long is late', async () => {
  const other = await startKernel(lectureFolder);
  expect(await other.execute('await new Promise(() => setTimeout(() => 0, 60_000));', 500)).toMatchObject({ status: 'late' });
  await other.stop();
});

test('a cell that ends the kernel is told apart from one that fails', async () => {
  const other = await startKernel(lectureFolder);
  expect(await other.execute('process.exit(3);', 10_000)).toMatchObject({ status: 'died' });
  await other.stop();
});
