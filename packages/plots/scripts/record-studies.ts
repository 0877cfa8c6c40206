import { mkdirSync, writeFileSync } from 'node:fs';
import { ask } from '@vanish/core';

/** Small questions of every kind, whose answers the tests of pictures and printers draw again and again. */
const questions: Readonly<Record<string, string>> = {
  comparison: 'depth=6 act=sigmoid,tanh,relu width=16 seeds=3 batch=8',
  depths: 'depth=3,8 act=sigmoid width=16 seeds=3 batch=8',
  trainings: 'depth=3 act=sigmoid,tanh width=16 seeds=2 batch=20 train=25',
  sweep: 'depth=2..40:7 act=sigmoid,tanh,relu width=16 seeds=2 batch=8',
  rates: 'lr=0.003..3:6 act=tanh depth=3 width=16 seeds=2 batch=20 train=25',
  map: 'gain=0.5..3:8 bias=0..1:6 act=tanh init=normal depth=12 width=16',
  reach: 'depth=2..40:6 gain=0.5..3:7 act=tanh init=normal width=12',
  cure: 'fix depth=6 act=sigmoid width=12 seeds=2 batch=20 train=25',
};

/** Digits that a picture cannot show only make recordings long. */
const shorten = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(7)) : value;

const folder = new URL('../src/studies/fixtures/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, question] of Object.entries(questions)) {
  const answer = await ask(question);
  const text = JSON.stringify(answer, shorten);
  writeFileSync(new URL(`${name}.json`, folder), `${text}\n`);
  process.stdout.write(`${name} ${Math.round(text.length / 1000)} kB: ${answer.verdict.headline}\n`);
}
