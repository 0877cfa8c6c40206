import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Choice, Experiment } from '../experiment/experiment.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import type { GradientProfile } from './gradient-profile.ts';
import { groupTogether } from './group-together.ts';
import { createMeasurer } from './measurer.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });

const of = (wanted: Partial<Experiment>): Blueprint =>
  design(complete({ depth: 4, width: 12, batch: 8, seeds: 2, seed: 3, ...wanted }));

/** Networks that differ in their scales alone, of every kind that has scales. */
const families: readonly (readonly [string, Partial<Experiment>, readonly Partial<Experiment>[]])[] = [
  [
    'tanh with biases',
    { activation: named('tanh'), init: named('normal'), bias: 0.1 },
    [{ gain: 0.5 }, { gain: 2 }, { gain: 4, bias: 1 }],
  ],
  ['lsuv', { activation: named('gelu'), init: named('lsuv') }, [{ bias: 0.1 }, { bias: 0.5 }]],
  ['orthogonal', { activation: named('relu'), init: named('orthogonal') }, [{ gain: 1 }, { gain: 2 }]],
  ['batch norm', { activation: named('relu'), norm: named('batch') }, [{ gain: 1 }, { gain: 3 }]],
  ['highway', { net: named('resnet'), skip: named('highway'), activation: named('tanh') }, [{ gain: 1 }, { gain: 3 }]],
  ['convolutions', { net: named('cnn'), size: 4, activation: named('tanh') }, [{ gain: 1 }, { gain: 3 }]],
  [
    'plain recurrence',
    { net: named('rnn'), activation: named('tanh'), bias: 0.2 },
    [
      { gain: 1, input: 0.1 },
      { gain: 3, input: 1 },
    ],
  ],
  ['lstm', { net: named('lstm') }, [{ forget: 0 }, { forget: 3 }, { gain: 2, input: 0.5 }]],
  ['chrono lstm', { net: named('lstm') }, [{ chrono: 8 }, { chrono: 20 }]],
  ['gru', { net: named('gru') }, [{ gain: 1 }, { gain: 3 }]],
  ['transformer', { net: named('transformer'), tokens: 3, heads: 2 }, [{ gain: 1 }, { gain: 2 }]],
  ['adam', { optimizer: named('adam') }, [{ gain: 1 }, { gain: 2 }]],
  [
    'squares that underflow float32',
    { activation: named('relu'), init: named('normal'), depth: 10 },
    [{ gain: 2 }, { gain: 1e-7 }],
  ],
];

const readable = ({ layers, decadesPerLayer, loss }: GradientProfile): readonly (number | null)[] => [
  decadesPerLayer.value,
  loss,
  ...layers.flatMap(({ signal, gradient, activation, weights, update, counts, signalPerSeed, paths = [] }) => [
    signal.log10Rms,
    gradient.log10Norm,
    activation.mean,
    activation.variance,
    activation.saturated,
    activation.dead,
    activation.correlation,
    weights.gain,
    update.log10Ratio,
    counts.zero,
    counts.underflow,
    ...signalPerSeed,
    ...paths.flatMap(({ forward, backward }) => [forward.branch.log10Rms, backward.skip.log10Rms]),
  ]),
];

test.for(enginesByRank.flatMap(({ name }) => families.map((family) => [name, ...family] as const)))(
  '%s, %s: networks that pass side by side are measured as they are alone',
  async ([name, , shared, changes], { skip }) => {
    const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
    const measurer = createMeasurer(engine);
    const blueprints = changes.map((change) => of({ ...shared, ...change }));
    expect(groupTogether(blueprints).length).toBe(1);
    const before = engine.tf.memory().numTensors;
    const together = await measurer.measureAll(blueprints);
    // the second time the graph is replayed
    expect(await measurer.measureAll(blueprints)).toEqual(together);
    for (const [index, blueprint] of blueprints.entries()) {
      const alone = readable(await measurer.measure(blueprint));
      for (const [position, value] of readable(together[index] as GradientProfile).entries()) {
        const expected = alone[position] as number | null;
        if (value === null || expected === null) expect(value).toBe(expected);
        // the same float32 sums, in another order where a kernel takes more networks at once
        else expect(Math.abs(value - expected)).toBeLessThanOrEqual(2e-5 * Math.max(1, Math.abs(expected)));
      }
    }
    measurer.dispose();
    expect(engine.tf.memory().numTensors).toBeLessThanOrEqual(before);
  },
);

test('what differs in more than scales, or in the first seed, does not pass together', () => {
  const plain = of({ gain: 1 });
  const others = [of({ gain: 2 }), of({ depth: 5 }), of({ seed: 9 }), of({ bias: 0.5 }), of({ activation: named('relu') })];
  expect(groupTogether([plain, ...others]).map((group) => group.length)).toEqual([2, 1, 1, 1, 1]);
});

test('many networks pass in groups of equal size, each in one of them', () => {
  const blueprints = Array.from({ length: 40 }, (_, index) => of({ gain: 1 + index }));
  const groups = groupTogether(blueprints);
  expect(groups.flat()).toEqual(blueprints);
  expect(groups.map((group) => group.length)).toEqual([14, 14, 12]);
});
