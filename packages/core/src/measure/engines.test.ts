import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../engine/engine.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Choice, Experiment } from '../experiment/experiment.ts';
import type { GradientProfile } from './gradient-profile.ts';
import { createMeasurer } from './measurer.ts';

const named = (name: string, parameter: number | null = null): Choice => ({ name, parameter });

const experiments: readonly (Partial<Experiment> & { readonly title: string })[] = [
  { title: 'vanishing sigmoid', activation: named('sigmoid') },
  { title: 'healthy relu', activation: named('relu'), init: named('he-normal'), loss: named('mse') },
  { title: 'chaotic tanh', activation: named('tanh'), init: named('normal'), gain: 4, bias: 0.05, loss: named('probe') },
  { title: 'calibrated gelu under adam', activation: named('gelu'), init: named('lsuv'), optimizer: named('adam') },
  { title: 'orthogonal pairs', activation: named('selu'), init: named('orthogonal'), task: named('pairs', 0.9) },
  { title: 'truncated draw', activation: named('silu'), init: named('he-normal-truncated'), optimizer: named('rmsprop') },
  { title: 'pooled convolutions', net: named('rescnn'), activation: named('tanh'), init: named('delta-orthogonal'), pool: 2 },
  {
    title: 'convolutions on a torus',
    net: named('cnn'),
    activation: named('gelu'),
    dims: 2,
    size: 3,
    padding: named('circular'),
  },
  // squares of the last layers underflow float32, the entries do not yet: below that, engines differ in denormal numbers
  { title: 'fading relu', activation: named('relu'), init: named('normal', 0.002), depth: 14 },
];

const measureOn = async (name: 'tensorflow' | 'wasm' | 'cpu', wanted: Partial<Experiment>): Promise<GradientProfile> => {
  const engine = await useEngine(name);
  const measurer = createMeasurer(engine);
  const blueprint = design(complete({ depth: 6, width: 24, batch: 16, seeds: 3, seed: 5, ...wanted }));
  const profile = await measurer.measure(blueprint);
  measurer.dispose();
  return profile;
};

/** Numbers a reader compares, layer by layer. */
const readable = ({ layers, decadesPerLayer }: GradientProfile): readonly (number | null)[] => [
  decadesPerLayer.value,
  ...layers.flatMap(({ signal, gradient, activation, weights, update }) => [
    signal.log10Rms,
    gradient.log10Norm,
    activation.mean,
    activation.preActivationSecondMoment === null ? null : Math.log10(activation.preActivationSecondMoment),
    activation.saturated,
    activation.dead,
    weights.gain,
    update.log10Ratio,
  ]),
];

const present = async (): Promise<('tensorflow' | 'wasm' | 'cpu')[]> => {
  const names: ('tensorflow' | 'wasm' | 'cpu')[] = [];
  for (const { name } of enginesByRank) if ((await useEngine(name).catch(() => null)) !== null) names.push(name);
  return names;
};

// what relu makes of NaN behind the first overflow is each engine's own affair
test('every engine present finds an overflow, at the same layer', async () => {
  const found = new Set<string | undefined>();
  for (const name of await present()) {
    const { layers } = await measureOn(name, { activation: named('relu'), init: named('normal', 50), depth: 40 });
    found.add(layers.find(({ activation }) => activation.preActivationSecondMoment === null)?.name);
  }
  expect([...found]).toEqual([expect.stringMatching(/^dense \d+$/)]);
});

test.for(experiments)('$title: every engine present measures the same network', async ({ title: _, ...wanted }, { skip }) => {
  const names = await present();
  if (names.length < 2) skip(`only ${names.join()} runs here`);
  const profiles: (readonly (number | null)[])[] = [];
  for (const name of names) profiles.push(readable(await measureOn(name, wanted)));
  for (const profile of profiles.slice(1)) {
    for (const [position, value] of profile.entries()) {
      const expected = profiles[0]?.[position] as number | null;
      if (value === null || expected === null) expect(value).toBe(expected);
      // rounding of float32 (6e-8) grows with the condition of each layer; 1e-4 is a thousandth of what a plot shows
      else expect(Math.abs(value - expected)).toBeLessThan(1e-4 * Math.max(1, Math.abs(expected)));
    }
  }
});
