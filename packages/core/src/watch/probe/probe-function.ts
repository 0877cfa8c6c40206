import type { Optimizer, Scalar, Tensor, Variable } from '@tensorflow/tfjs';
import type { Activation } from '../../parts/activations/activation.ts';
import * as activations from '../../parts/activations/index.ts';
import { loadTensorFlow } from '../load-tensorflow.ts';
import { WatchError } from '../watch-error.ts';
import { activationNamed } from './activation-of.ts';
import { mustLive } from './check-batch.ts';
import type { PassRow } from './pass-row.ts';
import type { ProbeReport } from './probe-report.ts';
import { runPass } from './run-pass.ts';
import type { Visits } from './tap-layers.ts';
import { type TapeNode, tapeLength } from './tape.ts';
import { weightsBefore } from './weights-before.ts';
import { writeReport } from './write-report.ts';

/** Tells a probe of a pre-activation, and hands it back: `const z = tap('hidden 1', x.matMul(w))`. */
export type Tap = <T extends Tensor>(name: string, tensor: T) => T;

/** A loss of a hand-written network: one forward pass over a batch, which taps what should be looked at. */
export type TappedLoss = (tap: Tap) => Scalar;

/** What a probe is told of a tap. */
export interface TapDescription {
  /** The activation that z is about to go through, by its name; none when left out. */
  readonly activation?: string;
  /** The weights that make z; those it is made of, past no other tap, when left out. */
  readonly weights?: Variable | readonly Variable[];
}

/** Taps by name, first layer first. */
export type Taps = Readonly<Record<string, TapDescription>>;

/** Whose first step is reported; plain gradient descent at 0.01 when left out. */
export interface FunctionProbeOptions {
  readonly optimizer?: Optimizer;
}

/** Probes a hand-written network. */
export const probeFunction = (
  loss: TappedLoss,
  variables: readonly Variable[],
  taps: Taps,
  { optimizer }: FunctionProbeOptions,
): ProbeReport => {
  const tf = loadTensorFlow();
  if (variables.length === 0) throw new WatchError('no variables were given: there is nothing a gradient could move');
  for (const variable of variables) mustLive(variable, `the variable "${variable?.name}"`, null);
  const forward = (visits: Visits): Scalar => {
    const result = loss(tapInto(visits, () => tapeLength(tf)));
    mustHaveTapped(visits, taps);
    return result;
  };
  const complete = (rows: readonly PassRow[], tape: readonly TapeNode[]): readonly PassRow[] => {
    const weights = weightsBefore(tape, variables, new Set(rows.map(idOf)));
    return rows.map((row) => describe(row, { weights: weights.get(idOf(row)) ?? [], ...taps[row.name.split('#')[0] as string] }));
  };
  return runPass(tf, { forward, variables, optimizer, complete }, (passed) => writeReport(tf, 'function', passed, []));
};

const tapInto =
  (visits: Visits, position: () => number): Tap =>
  (name, tensor) => {
    mustLive(tensor, `the tensor at tap "${name}"`, name);
    const seen = visits.see(tensor);
    const operations = { from: position(), to: position() };
    visits.add({
      name,
      layer: null,
      inputs: [],
      outputs: [seen],
      preActivation: seen,
      steps: [],
      activation: activations.linear,
      operations,
    });
    return tensor;
  };

const mustHaveTapped = ({ all }: Visits, taps: Taps): void => {
  const missing = Object.keys(taps).find((name) => !all.some((visit) => visit.name === name));
  const known = all.map(({ name }) => `"${name}"`).join(', ') || 'none';
  if (missing !== undefined)
    throw new WatchError(`nothing was tapped as "${missing}" - call tap('${missing}', z) in the loss; tapped were: ${known}`, {
      layer: missing,
    });
};

const idOf = ({ at: [seen] }: PassRow): number => seen?.tensor.id ?? Number.NaN;

const describe = (row: PassRow, { activation, weights = [] }: TapDescription): PassRow => ({
  ...row,
  activation: activation === undefined ? row.activation : knownActivation(row.name, activation),
  weights: (Array.isArray(weights) ? (weights as readonly Variable[]) : [weights as Variable]).map((variable) => ({
    name: variable.name,
    variable,
    isTrainable: variable.trainable,
  })),
});

const knownActivation = (tap: string, name: string): Activation => {
  const known = activationNamed(name);
  if (known !== null) return known;
  const names = Object.values<Activation>(activations).map((one) => one.name);
  throw new WatchError(`unknown activation "${name}" at tap "${tap}" - known: ${names.join(', ')}`, { layer: tap });
};
