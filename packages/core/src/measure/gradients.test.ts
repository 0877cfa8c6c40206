import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../engine/engine.ts';
import { createRandom } from '../engine/random.ts';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Activation } from '../parts/activations/activation.ts';
import * as activations from '../parts/activations/index.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { uniformLaw } from '../parts/initializers/laws/uniform.ts';
import { createMeasurer } from './measurer.ts';

/** A number that remembers where it came from: reverse-mode differentiation one scalar at a time. */
class Scalar {
  gradient = 0;
  readonly value: number;
  readonly #parents: readonly (readonly [Scalar, number])[];

  constructor(value: number, parents: readonly (readonly [Scalar, number])[] = []) {
    this.value = value;
    this.#parents = parents;
  }

  static sum(terms: readonly Scalar[]): Scalar {
    return new Scalar(
      terms.reduce((total, { value }) => total + value, 0),
      terms.map((term) => [term, 1]),
    );
  }

  times(other: Scalar): Scalar {
    return new Scalar(this.value * other.value, [
      [this, other.value],
      [other, this.value],
    ]);
  }

  through({ value, slope }: Pick<Activation, 'value' | 'slope'>): Scalar {
    return new Scalar(value(this.value), [[this, slope(this.value)]]);
  }

  /** Adds what this number's gradient means to its parents'. Call in reverse order of creation. */
  pull(): void {
    for (const [parent, derivative] of this.#parents) parent.gradient += derivative * this.gradient;
  }
}

const settings = { depth: 3, width: 5, batch: 4, seeds: 2, seed: 11, bias: 0.3 } as const;

/** The network that the laboratory draws, as plain numbers: the same stream of draws in the same order. */
const drawPlainly = async (blueprint: Blueprint, engineName: 'tensorflow' | 'wasm' | 'cpu') => {
  const engine = await useEngine(engineName);
  const { tf } = engine;
  const random = createRandom(engine, tf.scalar(blueprint.firstSeed, 'int32'));
  const { inputs, targets } = blueprint.task.draw(tf, random, { ...blueprint, tables: [] });
  const sizes = [blueprint.features, ...blueprint.rows.map(({ units }) => units)];
  const layers = blueprint.rows.map(({ units }, row) => {
    const fanIn = sizes[row] as number;
    const scale = Math.sqrt(2 / (fanIn + units) / uniformLaw.nominalVariance(fanIn, units));
    const weights = random.uniform([blueprint.seeds, fanIn, units]).mul(scale).arraySync() as number[][][];
    const biases = random.normal([blueprint.seeds, 1, units]).mul(Math.sqrt(settings.bias)).arraySync() as number[][][];
    return { weights, biases };
  });
  return { inputs: inputs.arraySync() as number[][][], targets: targets.arraySync() as number[][][], layers };
};

type Drawn = Awaited<ReturnType<typeof drawPlainly>>;

/** log₁₀ RMS of ∂loss/∂z and log₁₀ norm of ∂loss/∂W per row, and the loss, of one network, in double precision. */
const differentiate = (drawn: Drawn, network: number, activation: Activation) => {
  const tape: Scalar[] = [];
  const keep = (scalar: Scalar): Scalar => {
    tape.push(scalar);
    return scalar;
  };
  const weights = drawn.layers.map(({ weights: all }) =>
    (all[network] as number[][]).map((row) => row.map((value) => new Scalar(value))),
  );
  const preActivations: Scalar[][] = drawn.layers.map(() => []);
  const losses = (drawn.inputs[network] as number[][]).map((input, example) => {
    let signal = input.map((value) => new Scalar(value));
    for (const [layer, matrix] of weights.entries()) {
      const bias = drawn.layers[layer]?.biases[network]?.[0] as number[];
      const z = bias.map((value, unit) =>
        keep(
          Scalar.sum([
            new Scalar(value),
            ...signal.map((entry, feature) => keep(entry.times(matrix[feature]?.[unit] as Scalar))),
          ]),
        ),
      );
      preActivations[layer]?.push(...z);
      signal = layer === weights.length - 1 ? z : z.map((entry) => keep(entry.through(activation)));
    }
    return crossEntropy(signal, drawn.targets[0]?.[example] as number[], keep);
  });
  const loss = keep(keep(Scalar.sum(losses)).times(new Scalar(1 / losses.length)));
  loss.gradient = 1;
  for (const scalar of [...tape].reverse()) scalar.pull();
  const squares = (scalars: readonly Scalar[]): number => scalars.reduce((sum, { gradient }) => sum + gradient ** 2, 0);
  return {
    loss: loss.value,
    signals: preActivations.map((all) => Math.log10(squares(all) / all.length) / 2),
    gradients: weights.map((matrix) => Math.log10(squares(matrix.flat())) / 2),
  };
};

const crossEntropy = (logits: readonly Scalar[], target: readonly number[], keep: (scalar: Scalar) => Scalar): Scalar => {
  const exponentials = logits.map((logit) => keep(logit.through({ value: Math.exp, slope: Math.exp })));
  const logSum = keep(keep(Scalar.sum(exponentials)).through({ value: Math.log, slope: (x) => 1 / x }));
  const hit = keep(Scalar.sum(logits.map((logit, index) => keep(logit.times(new Scalar(target[index] as number))))));
  return keep(Scalar.sum([logSum, keep(hit.times(new Scalar(-1)))]));
};

const cases = enginesByRank.flatMap(({ name }) => Object.values(activations).map((activation) => ({ name, activation })));

test.for(cases)(
  '$name: gradients of a $activation.name net are those of scalar reverse-mode differentiation, to 1e-5',
  async ({ name, activation }, { skip }) => {
    const engine = await useEngine(name).catch(() => skip(`${name} does not run here`));
    const experiment = complete({ ...settings, activation: { name: activation.name, parameter: null } });
    const blueprint = design(experiment);
    const drawn = await drawPlainly(blueprint, name);
    await useEngine(name);
    const profile = await createMeasurer(engine).measure(blueprint);
    const expected = [0, 1].map((network) => differentiate(drawn, network, activation));
    const average = (pick: (one: (typeof expected)[number]) => number): number =>
      expected.reduce((sum, one) => sum + pick(one), 0) / 2;
    // a relative error of 1e-5 is 4.3e-6 decades
    const decades = 1e-5 * Math.LOG10E;
    expect(Math.abs((profile.loss ?? 0) - average(({ loss }) => loss))).toBeLessThan(1e-5 * average(({ loss }) => loss));
    for (const [row, layer] of [...profile.layers, profile.readout].entries()) {
      expect(Math.abs((layer?.signal.log10Rms ?? 0) - average(({ signals }) => signals[row] as number))).toBeLessThan(decades);
      expect(Math.abs((layer?.gradient.log10Norm ?? 0) - average(({ gradients }) => gradients[row] as number))).toBeLessThan(
        decades,
      );
    }
  },
);
