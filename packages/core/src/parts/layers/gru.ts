import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations/activation.ts';
import { tanh } from '../activations/tanh.ts';
import { activate } from './activate.ts';
import { fixedWeights } from './fixed-weights.ts';
import { type Gate, opened } from './gate.ts';
import { gateBiases } from './gate-biases.ts';
import { repeatedGates } from './gate-inputs.ts';
import { gruMeanField } from './gru-mean-field.ts';
import { type RecurrentSettings, scalesOf, weightsOf } from './recurrence.ts';
import { scaled } from './scaled.ts';
import { inputsAt } from './sequence.ts';
import { observeInputs, observeShared, type SharedWeights, sharedWeights } from './shared-weights.ts';
import type { Flow, Parameter, Pass, Stage } from './stage.ts';
import { station } from './station.ts';

/** A step of a gru. */
export interface GruSettings extends RecurrentSettings {
  /** What opens update and reset gate. */
  readonly gate: Activation;
}

/**
 * Step of a gated recurrent unit, h_t = z ⊙ h_{t−1} + (1 − z) ⊙ ĥ with ĥ = tanh(W (r ⊙ h_{t−1}) + U x_t): the reset before the
 * product, as TensorFlow.js does it. The gates z and r see W h_{t−1} + U x_t, with a σ² and a σ_in² of their own each. The signal
 * is read at h_t; slopes and saturation are those of the candidate.
 *
 * The gradient of W at this row is the part of this time step. **Shape** h [seeds, batch, units].
 * **Source** Cho et al. 2014, 1406.1078.
 */
export const gru = (settings: GruSettings): Stage => {
  const { row, units, features, initializer, input, tied, gate } = settings;
  const scales = scalesOf(settings);
  const parts = { station: station(row), activate: activate({ row, units, activation: tanh }) };
  return {
    signature: `gru(${row},${units},${features},${initializer.law.name},${tied},${gate.name})`,
    numbers: [scales.recurrent, scales.input],
    forward: (pass, h, [recurrentScale, inputScale]) => {
      if (recurrentScale === undefined || inputScale === undefined) throw new Error('a gru was not given its scales');
      const { tf } = pass;
      const weights = drawn(pass, settings, recurrentScale, inputScale);
      const { W, V, U } = weights;
      const shift = gateBiases(pass, settings, 3);
      const inputs = inputsAt(pass, row, features);
      const product = scaled(pass, tf.matMul(inputs, U.draw), U.scale);
      const driven = shift === null ? product : tf.add(product, shift.draw);
      const [drivenGates, drivenCandidate] = tf.split(driven, [2 * units, units], 2) as [Tensor, Tensor];
      const [atZ, atR] = tf.split(tf.add(scaled(pass, tf.matMul(h, W.draw), W.scale), drivenGates), 2, 2) as [Tensor, Tensor];
      const [z, r] = [opened(pass, gate, atZ), opened(pass, gate, atR)];
      const reset = tf.mul(r.value, h);
      const atCandidate = tf.add(scaled(pass, tf.matMul(reset, V.draw), V.scale), drivenCandidate);
      const candidate = parts.activate.forward(pass, atCandidate, []);
      const mixed = tf.add(candidate.output, tf.mul(z.value, tf.sub(h, candidate.output)));
      const atStation = parts.station.forward(pass, mixed, []);
      const pullback = pullBack(pass, { row, weights, shift, inputs, h, z, r, reset, candidate, atStation });
      return { output: atStation.output, pullback };
    },
    meanField: (field) =>
      initializer.law.isDeterministic === true
        ? fixedWeights
        : (repeatedGates(field, tied) ?? gruMeanField({ row, units, gain: scales.gain, input, tied, gate }, field)),
  };
};

/** Weights of both gates W, of the candidate V, and of the inputs of all three U. */
interface Weights {
  readonly W: SharedWeights;
  readonly V: SharedWeights;
  readonly U: SharedWeights;
}

const drawn = (pass: Pass, settings: GruSettings, recurrentScale: Tensor, inputScale: Tensor): Weights => {
  const { recurrent, input } = weightsOf(settings, 3);
  return {
    W: sharedWeights(pass, { ...recurrent, matrices: 2 }, recurrentScale),
    V: sharedWeights(pass, { ...recurrent, name: `candidate ${recurrent.name}`, matrices: 1 }, recurrentScale),
    U: sharedWeights(pass, input, inputScale),
  };
};

interface Step {
  readonly row: number;
  readonly weights: Weights;
  readonly shift: Parameter | null;
  readonly inputs: Tensor;
  readonly h: Tensor;
  readonly z: Gate;
  readonly r: Gate;
  /** r ⊙ h */
  readonly reset: Tensor;
  readonly candidate: Flow;
  readonly atStation: Flow;
}

/** ∂h = ∂h′ ⊙ z, and what comes through the candidate, its reset, and both gates. */
const pullBack =
  (pass: Pass, { row, weights: { W, V, U }, shift, inputs, h, z, r, reset, candidate, atStation }: Step): Flow['pullback'] =>
  (gradient) => {
    const { tf } = pass;
    const { tensor, logScale } = atStation.pullback(gradient);
    const open = tf.mul(tensor, tf.sub(1, z.value));
    const atCandidate = candidate.pullback({ tensor: open, logScale }).tensor;
    const atReset = scaled(pass, tf.matMul(atCandidate, V.draw, false, true), V.scale);
    const atGates = tf.tidy(() => {
      const toZ = tf.mul(tf.mul(tensor, tf.sub(h, candidate.output)), z.slope());
      return tf.concat([toZ, tf.mul(tf.mul(atReset, h), r.slope())], 2);
    });
    observeShared(pass, row, { weights: W, input: h, gradient: { tensor: atGates, logScale } });
    observeShared(pass, row, { weights: V, input: reset, gradient: { tensor: atCandidate, logScale } });
    const atInputs = { tensor: tf.concat([atGates, atCandidate], 2), logScale };
    shift?.learn(() => ({ tensor: tf.sum(atInputs.tensor, 1, true), logScale }));
    observeInputs(pass, row, { weights: U, input: inputs, gradient: atInputs });
    const back = tf.tidy(() => {
      const carried = tf.add(tf.mul(tensor, z.value), tf.mul(atReset, r.value));
      return tf.add(carried, scaled(pass, tf.matMul(atGates, W.draw, false, true), W.scale));
    });
    return { tensor: back, logScale };
  };
