import { expect, test } from 'vitest';
import { useEngine } from '../../engine/engine.ts';
import { complete } from '../../experiment/complete.ts';
import { design } from '../../experiment/design.ts';
import { treat } from '../../experiment/treat.ts';
import { createMeasurer } from '../../measure/measurer.ts';
import { checkQuestion } from '../../query/check-question.ts';
import { parseQuery } from '../../query/parse-query.ts';
import * as initializers from '../initializers/index.ts';
import * as remedies from '../remedies/index.ts';
import type { Choice } from '../variant.ts';

const choice = (name: string): Choice => ({ name, parameter: null });
const net = {
  net: choice('rnn'),
  activation: choice('linear'),
  loss: choice('probe'),
  input: 0,
  depth: 40,
  width: 32,
  seeds: 16,
  batch: 4,
} as const;

const drawn = Object.values(initializers).map(({ name, law }) => ({ name, isOrthogonal: law.isOrthogonal }));

test.for(drawn)('$name: radius=1.2 makes the gradient grow 1.2 per step, however the weights are drawn', async (entry) => {
  const measurer = createMeasurer(await useEngine());
  const { layers } = await measurer.measure(design(complete({ ...net, init: choice(entry.name), radius: 1.2 })));
  measurer.dispose();
  const squares = layers.map(({ signalPerSeed }) =>
    signalPerSeed.reduce<number>((sum, log) => sum + 100 ** (log ?? Number.NaN), 0),
  );
  // over few steps the mean square of independent entries grows by σ_w² per step; its spread over 16 networks is that of
  // E |W^t v|⁴, which over eight steps of 32 units is 1 + 2·8/32: √(0.5/16), three times
  const [first, last] = [squares.at(-9) as number, squares.at(-1) as number];
  expect(Math.abs(first / last / 1.2 ** 16 - 1)).toBeLessThan(entry.isOrthogonal ? 1e-4 : 3 * Math.sqrt(0.5 / 16));
});

test('a radius is the gain of its square, and leaves the readout alone', () => {
  const asked = { ...net, init: choice('lecun-normal'), loss: choice('crossentropy') };
  const [plain, ofRadius, ofGain] = [{}, { radius: 2 }, { gain: 4 }].map((said) => design(complete({ ...asked, ...said })));
  const numbersOf = (stages: readonly { readonly numbers: readonly number[] }[] = []): readonly unknown[] =>
    stages.map(({ numbers }) => numbers);
  expect(numbersOf(ofRadius?.hidden)).toEqual(numbersOf(ofGain?.hidden));
  expect(ofRadius?.recursion).toEqual(ofGain?.recursion);
  expect(numbersOf(ofRadius?.readout)).toEqual(numbersOf(plain?.readout));
});

test('a gain and a radius clash, and the network that is offered instead has the radius', () => {
  const parsed = parseQuery('net=rnn gain=2 radius=1.2');
  const [issue, ...others] = parsed.kind === 'question' ? checkQuestion(parsed.question) : parsed.issues;
  expect(others).toEqual([]);
  expect(issue?.message).toBe(
    'gain=2 and radius=1.2 both set the recurrent weights: of random ones the radius is the root of the gain - did you mean "net=rnn depth=10 act=sigmoid radius=1.2"?',
  );
});

test('a remedy that sets the gain takes the radius away', () => {
  const patient = complete({ ...net, radius: 3 });
  const theory = { criticalPoint: () => ({ gain: 1, bias: 0 }) };
  expect(treat(remedies.critical, patient, theory)).toMatchObject({ gain: 1, radius: null });
  expect(treat(remedies.orthogonal, patient, theory)).toMatchObject({ gain: null, radius: 3 });
});
