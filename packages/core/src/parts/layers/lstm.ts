import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../activations/activation.ts';
import { tanh } from '../activations/tanh.ts';
import { activate } from './activate.ts';
import { fixedWeights } from './fixed-weights.ts';
import { type Gate, opened } from './gate.ts';
import { gateBiases } from './gate-biases.ts';
import { repeatedGates } from './gate-inputs.ts';
import { halvesOf, sideBySide } from './halves.ts';
import { lstmMeanField } from './lstm-mean-field.ts';
import { type RecurrentSettings, scalesOf, weightsOf } from './recurrence.ts';
import { scaled } from './scaled.ts';
import { type SharedWeights, sharedWeights } from './shared-weights.ts';
import { shifted } from './shifted.ts';
import type { Flow, Pass, ScaledGradient, Stage } from './stage.ts';
import { station } from './station.ts';
import { type Drive, driveOf, type Shift } from './stretch.ts';

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
      const { recurrent, input: ofInputs } = weightsOf(settings, gates);
      const W = sharedWeights(pass, { ...recurrent, order }, recurrentScale);
      const U = sharedWeights(pass, { ...ofInputs, order }, inputScale);
      const shift = () => shiftOf(pass, settings, chrono === null ? forgetBias : { span });
      const drive = driveOf(pass, settings, { weights: U, shift, widths: [gates * units] });
      const [h, before] = halvesOf(pass, state);
      const [atGates, g] = tf.tidy(() => {
        const sum = tf.add(scaled(pass, tf.matMul(h, W.draw), W.scale), drive.parts[0] as Tensor);
        const [ofGates, ofCandidate] = tf.split(sum, [3 * units, units], 2) as [Tensor, Tensor];
        return [ofGates, tf.tanh(ofCandidate)];
      }) as [Tensor, Tensor];
      const gate = opened(pass, settings.gate, atGates);
      const [i, f, o] = tf.split(gate.value, 3, 2) as [Tensor, Tensor, Tensor];
      const c = tf.tidy(() => tf.add(tf.mul(f, before), tf.mul(i, g)));
      const atStation = cell.station.forward(pass, c, []);
      const shown = cell.activate.forward(pass, atStation.output, []);
      const pullback = pullBack(pass, { W, drive, h, before, gate, i, f, o, g, atStation, shown });
      return { output: sideBySide(pass, [tf.mul(o, shown.output), atStation.output]), pullback };
    },
    meanField: (field) => {
      if (initializer.law.isDeterministic === true) return fixedWeights;
      if (chrono !== null) return { missing: 'gates whose biases differ from unit to unit' };
      const theory = { row, units, gain: scales.gain, input, tied, gate, forgetGate };
      return repeatedGates(field, tied) ?? lstmMeanField(theory, field);
    },
  };
};

/** Input gate, forget gate, output gate and candidate, side by side in one matrix: what opens the three opens them at once. */
const gates = 4;

/** They are drawn as i, f, g, o. */
const order = [0, 1, 3, 2];

/** What the gates start with, and what a training adds to it. **Shape** [seeds, 1, 4 · units]. */
const shiftOf = (pass: Pass, settings: RecurrentSettings, bias: Tensor | { readonly span: Tensor }): Shift => {
  const { tf, seeds, shared } = pass;
  const { units } = settings;
  const trained = gateBiases(pass, settings, gates);
  const start = shared('biases that gates start with', () =>
    tf.tidy(() => {
      const none = tf.zeros([seeds, 1, units]);
      const [toI, toF] = 'span' in bias ? chronoBiases(pass, units, bias.span) : [none, tf.add(none, bias)];
      return tf.concat([toI, toF, none, none], 2);
    }),
  );
  return trained === null
    ? { value: start, learn: () => undefined }
    : { value: tf.add(start, trained.draw), learn: trained.learn };
};

/** −ln U(1, T − 1) of the input gate and its opposite of the forget gate, one per unit. **Shape** of each [seeds, 1, units]. */
const chronoBiases = ({ tf, random, seeds }: Pass, units: number, span: Tensor): readonly [Tensor, Tensor] => {
  const share = tf.add(tf.mul(random.uniform([seeds, 1, units]), 2 ** -16), 0.5);
  const spread = tf.log(tf.add(1, tf.mul(share, span)));
  return [tf.neg(spread), spread];
};

interface Step {
  readonly W: SharedWeights;
  readonly drive: Drive;
  readonly h: Tensor;
  readonly before: Tensor;
  /** i, f and o side by side. */
  readonly gate: Gate;
  readonly i: Tensor;
  readonly f: Tensor;
  readonly o: Tensor;
  readonly g: Tensor;
  readonly atStation: Flow;
  readonly shown: Flow;
}

/** ∂c = ∂c′ + ∂h ⊙ o ⊙ (1 − tanh² c), and from there through the four pre-activations to the step before. */
const pullBack =
  (pass: Pass, { W, drive, h, before, gate, i, f, o, g, atStation, shown }: Step): Flow['pullback'] =>
  ({ tensor, logScale }: ScaledGradient): ScaledGradient => {
    const { tf } = pass;
    const [atH, carried] = halvesOf(pass, tensor);
    const both = tf.tidy(() => tf.add(carried, shown.pullback({ tensor: tf.mul(atH, o), logScale }).tensor));
    const atCell = atStation.pullback({ tensor: both, logScale });
    // the station has rescaled the cell's share of the gradient, and the output gate's comes along
    const besides = pass.isTraining ? atH : tf.mul(atH, tf.exp(tf.sub(logScale, atCell.logScale)));
    const atGates = tf.tidy(() => {
      // free of the gradient, so that another core has it ready before that comes
      const slopes = tf.concat(
        [tf.mul(tf.concat([g, before, shown.output], 2), gate.slope()), tf.mul(i, tf.sub(1, tf.square(g)))],
        2,
      );
      return tf.mul(tf.concat([atCell.tensor, atCell.tensor, besides, atCell.tensor], 2), slopes);
    });
    drive.observe([{ weights: W, input: h, gradient: { tensor: atGates, logScale: atCell.logScale } }]);
    const toH = tf.tidy(() => scaled(pass, W.back(atGates), W.scale));
    return { tensor: sideBySide(pass, [toH, tf.mul(atCell.tensor, f)]), logScale: atCell.logScale };
  };
