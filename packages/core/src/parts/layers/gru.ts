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
import { type SharedWeights, sharedWeights } from './shared-weights.ts';
import type { Flow, Pass, Stage } from './stage.ts';
import { station } from './station.ts';
import { type Drive, driveOf, type Shift } from './stretch.ts';

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
      const drive = driveOf(pass, settings, { weights: U, shift: () => shiftOf(pass, settings), widths: [2 * units, units] });
      const [drivenGates, drivenCandidate] = drive.parts as [Tensor, Tensor];
      const both = opened(pass, gate, tf.add(scaled(pass, tf.matMul(h, W.draw), W.scale), drivenGates));
      const [z, r] = tf.split(both.value, 2, 2) as [Tensor, Tensor];
      const reset = tf.mul(r, h);
      const atCandidate = tf.add(scaled(pass, tf.matMul(reset, V.draw), V.scale), drivenCandidate);
      const candidate = parts.activate.forward(pass, atCandidate, []);
      const ahead = tf.sub(h, candidate.output);
      const mixed = tf.add(candidate.output, tf.mul(z, ahead));
      const atStation = parts.station.forward(pass, mixed, []);
      const pullback = pullBack(pass, { weights, drive, h, both, z, r, reset, candidate, ahead, atStation });
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

const shiftOf = (pass: Pass, settings: GruSettings): Shift | null => {
  const biases = gateBiases(pass, settings, 3);
  return biases === null ? null : { value: biases.draw, learn: biases.learn };
};

interface Step {
  readonly weights: Weights;
  readonly drive: Drive;
  readonly h: Tensor;
  /** z and r side by side. */
  readonly both: Gate;
  readonly z: Tensor;
  readonly r: Tensor;
  /** r ⊙ h */
  readonly reset: Tensor;
  readonly candidate: Flow;
  /** h − ĥ */
  readonly ahead: Tensor;
  readonly atStation: Flow;
}

/** ∂h = ∂h′ ⊙ z, and what comes through the candidate, its reset, and both gates. */
const pullBack =
  (pass: Pass, { weights: { W, V }, drive, h, both, z, r, reset, candidate, ahead, atStation }: Step): Flow['pullback'] =>
  (gradient) => {
    const { tf } = pass;
    const { tensor, logScale } = atStation.pullback(gradient);
    const open = tf.mul(tensor, tf.sub(1, z));
    const atCandidate = candidate.pullback({ tensor: open, logScale }).tensor;
    const atReset = scaled(pass, V.back(atCandidate), V.scale);
    const atGates = tf.tidy(() => {
      // free of the gradient, so that another core has it ready before that comes
      const slopes = tf.mul(tf.concat([ahead, h], 2), both.slope());
      return tf.mul(tf.concat([tensor, atReset], 2), slopes);
    });
    drive.observe([
      { weights: W, input: h, gradient: { tensor: atGates, logScale } },
      { weights: V, input: reset, gradient: { tensor: atCandidate, logScale } },
    ]);
    const back = tf.tidy(() => {
      const carried = tf.add(tf.mul(tensor, z), tf.mul(atReset, r));
      return tf.add(carried, scaled(pass, W.back(atGates), W.scale));
    });
    return { tensor: back, logScale };
  };
