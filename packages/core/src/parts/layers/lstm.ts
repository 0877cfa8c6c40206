import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations/activation.ts';
import { tanh } from '../activations/tanh.ts';
import { activate } from './activate.ts';
import { fixedWeights } from './fixed-weights.ts';
import { type Gate, opened } from './gate.ts';
import { gateBiases } from './gate-biases.ts';
import { repeatedGates } from './gate-inputs.ts';
import { lstmMeanField } from './lstm-mean-field.ts';
import { type RecurrentSettings, scalesOf, weightsOf } from './recurrence.ts';
import { scaled } from './scaled.ts';
import { inputsAt } from './sequence.ts';
import { observeInputs, observeShared, type SharedWeights, sharedWeights } from './shared-weights.ts';
import { shifted } from './shifted.ts';
import type { Flow, Parameter, Pass, ScaledGradient, Stage } from './stage.ts';
import { station } from './station.ts';

/** A step of an lstm. */
export interface LstmSettings extends RecurrentSettings {
  /** What opens input, forget and output gate. */
  readonly gate: Activation;
  /** b_f, bias of the forget gate. */
  readonly forget: number;
  /** T of chrono initialisation, b_f = ln U(1, T − 1), b_i = −b_f; null: not so initialised. */
  readonly chrono: number | null;
}

/**
 * Step of a long short-term memory, c_t = f ⊙ c_{t−1} + i ⊙ g, h_t = o ⊙ tanh c_t; the gates i, f, o and the candidate
 * g = tanh see W h_{t−1} + U x_t, with a σ² and a σ_in² of their own each. The signal is read at the cell: all of the gradient with
 * respect to c_t, whether it came through c_{t+1} or through h_t.
 *
 * The gradient of W at this row is the part of this time step.
 * **Shape** the state (h, c) is one tensor, [seeds, batch, 2 · units].
 * **Source** Hochreiter & Schmidhuber 1997; Gers 2000 (forget gate); Tallec & Ollivier 2018, 1804.11188 (chrono).
 */
export const lstm = (settings: LstmSettings): Stage => {
  const { row, units, features, initializer, input, tied, gate, forget, chrono } = settings;
  const scales = scalesOf(settings);
  const forgetGate = shifted(gate, forget);
  const cell = { station: station(row), activate: activate({ row, units, activation: tanh }) };
  return {
    signature: `lstm(${row},${units},${features},${initializer.law.name},${tied},${gate.name},${chrono !== null})`,
    numbers: [scales.recurrent, scales.input, forget, (chrono ?? 2) - 2],
    forward: (pass, state, [recurrentScale, inputScale, forgetBias, span]) => {
      if (recurrentScale === undefined || inputScale === undefined || forgetBias === undefined || span === undefined)
        throw new Error('an lstm was not given its scales and biases');
      const { tf } = pass;
      const names = weightsOf(settings, gates);
      const W = sharedWeights(pass, names.recurrent, recurrentScale);
      const U = sharedWeights(pass, names.input, inputScale);
      const shift = gateBiases(pass, settings, gates);
      const inputs = inputsAt(pass, row, features);
      const [h, before] = tf.split(state, 2, 2) as [Tensor, Tensor];
      const [atI, atF, atG, atO] = tf.tidy(() => {
        const sum = tf.add(scaled(pass, tf.matMul(h, W.draw), W.scale), scaled(pass, tf.matMul(inputs, U.draw), U.scale));
        return tf.split(shift === null ? sum : tf.add(sum, shift.draw), gates, 2);
      }) as [Tensor, Tensor, Tensor, Tensor];
      const spread = chrono === null ? null : chronoBiases(pass, units, span);
      const i = opened(pass, gate, spread === null ? atI : tf.sub(atI, spread));
      const f = opened(pass, gate, tf.add(atF, spread ?? forgetBias));
      const o = opened(pass, gate, atO);
      const g = tf.tanh(atG);
      const c = tf.tidy(() => tf.add(tf.mul(f.value, before), tf.mul(i.value, g)));
      const atStation = cell.station.forward(pass, c, []);
      const shown = cell.activate.forward(pass, atStation.output, []);
      const pullback = pullBack(pass, { settings, W, U, shift, inputs, h, before, i, f, o, g, atStation, shown });
      return { output: tf.concat([tf.mul(o.value, shown.output), atStation.output], 2), pullback };
    },
    meanField: (field) => {
      if (initializer.law.isDeterministic === true) return fixedWeights;
      if (chrono !== null) return { missing: 'gates whose biases differ from unit to unit' };
      const theory = { row, units, gain: scales.gain, input, tied, gate, forgetGate };
      return repeatedGates(field, tied) ?? lstmMeanField(theory, field);
    },
  };
};

/** Input gate, forget gate, candidate and output gate, side by side in one matrix. */
const gates = 4;

/** ln U(1, T − 1), one per unit and the same for all steps. **Shape** [seeds, 1, units]. */
const chronoBiases = ({ tf, random, seeds, shared }: Pass, units: number, span: Tensor): Tensor =>
  shared('chrono biases', () => {
    const share = tf.add(tf.mul(random.uniform([seeds, 1, units]), 2 ** -16), 0.5);
    return tf.log(tf.add(1, tf.mul(share, span)));
  });

interface Step {
  readonly settings: LstmSettings;
  readonly W: SharedWeights;
  readonly U: SharedWeights;
  readonly shift: Parameter | null;
  readonly inputs: Tensor;
  readonly h: Tensor;
  readonly before: Tensor;
  readonly i: Gate;
  readonly f: Gate;
  readonly o: Gate;
  readonly g: Tensor;
  readonly atStation: Flow;
  readonly shown: Flow;
}

/** ∂c = ∂c′ + ∂h ⊙ o ⊙ (1 − tanh² c), and from there through the four pre-activations to the step before. */
const pullBack =
  (pass: Pass, { settings, W, U, shift, inputs, h, before, i, f, o, g, atStation, shown }: Step): Flow['pullback'] =>
  ({ tensor, logScale }: ScaledGradient): ScaledGradient => {
    const { tf } = pass;
    const [atH, carried] = tf.split(tensor, 2, 2) as [Tensor, Tensor];
    const through = shown.pullback({ tensor: tf.mul(atH, o.value), logScale });
    const atCell = atStation.pullback({ tensor: tf.add(carried, through.tensor), logScale });
    // the station has rescaled the cell's share of the gradient, and the output gate's comes along
    const besides = pass.isTraining ? atH : tf.mul(atH, tf.exp(tf.sub(logScale, atCell.logScale)));
    const atGates = tf.tidy(() => {
      const toI = tf.mul(atCell.tensor, tf.mul(g, i.slope()));
      const toF = tf.mul(atCell.tensor, tf.mul(before, f.slope()));
      const toG = tf.mul(atCell.tensor, tf.mul(i.value, tf.sub(1, tf.square(g))));
      const toO = tf.mul(besides, tf.mul(shown.output, o.slope()));
      return tf.concat([toI, toF, toG, toO], 2);
    });
    const gradient = { tensor: atGates, logScale: atCell.logScale };
    shift?.learn(() => ({ tensor: tf.sum(atGates, 1, true), logScale: gradient.logScale }));
    observeShared(pass, settings.row, { weights: W, input: h, gradient });
    observeInputs(pass, settings.row, { weights: U, input: inputs, gradient });
    const back = tf.tidy(() => {
      const toH = scaled(pass, tf.matMul(atGates, W.draw, false, true), W.scale);
      return tf.concat([toH, tf.mul(atCell.tensor, f.value)], 2);
    });
    return { tensor: back, logScale: atCell.logScale };
  };
