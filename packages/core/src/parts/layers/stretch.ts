import type { Tensor } from '@tensorflow/tfjs';
import { scaled } from './scaled.ts';
import { handBack, inputsOf, stepsOf } from './sequence.ts';
import { observeShared, type SharedWeights } from './shared-weights.ts';
import type { Parameter, Pass, ScaledGradient } from './stage.ts';

/**
 * Time steps of a training whose products are taken at once: U x_t of all of them before the first, and what they learn after the
 * last. Fewer leave small products; more keep the steps waiting, which otherwise run beside products on another core.
 */
const stepsAtOnce = 20;

/** Where a time step stands. */
export interface StepPlace {
  /** Counted from 0. */
  readonly row: number;
  /** Input features of a time step. */
  readonly features: number;
  /** Whether all time steps use the same weights. */
  readonly tied: boolean;
}

/** Biases of a time step, and how they learn. */
export interface Shift {
  readonly value: Tensor;
  readonly learn: Parameter['learn'];
}

/** What enters the pre-activations of time steps beside their state. */
export interface DriveSettings {
  /** Weights of the inputs, U. */
  readonly weights: SharedWeights;
  /** Biases that all steps which are multiplied at once have in common; null: none. */
  readonly shift: () => Shift | null;
  /** How many pre-activations stand together; as many in all as the weights have columns. */
  readonly widths: readonly number[];
}

/** Recurrent weights of a time step, what they met, and the gradient with respect to their product. */
export interface Met {
  readonly weights: SharedWeights;
  readonly input: Tensor;
  readonly gradient: ScaledGradient;
}

/** What drives a time step. */
export interface Drive {
  /** U x_t + b, cut as its widths say. **Shape** of each [seeds, batch, width]. */
  readonly parts: readonly Tensor[];
  /**
   * Observes the recurrent weights of the step, and those of its inputs, whose gradients are the given ones side by side. In a
   * training all of them, and the biases, learn.
   */
  readonly observe: (met: readonly Met[]) => void;
}

/** The drive of a time step. Steps with weights of their own are taken one by one, and those that a measurement looks at. */
export const driveOf = (pass: Pass, place: StepPlace, settings: DriveSettings): Drive => {
  const { row, features, tied } = place;
  const length = tied && pass.isTraining ? stepsAtOnce : 1;
  const number = Math.floor(row / length);
  const first = number * length;
  const stretch = pass.shared(`stretch of time steps from ${first} on`, () =>
    openStretch(pass, settings, { number, features, first, steps: Math.min(length, stepsOf(pass, features) - first) }),
  );
  const step = row - first;
  return {
    parts: stretch.parts.map((steps) => steps[step] as Tensor),
    observe: (met) =>
      pass.isTraining
        ? learn(pass, settings, stretch, { step, met })
        : observe(pass, row, settings.weights, { inputs: stretch.inputs, met }),
  };
};

/** Time steps whose products are taken at once. */
interface Stretch {
  /** Stretches before it. */
  readonly number: number;
  readonly steps: number;
  /** **Shape** [seeds, steps · batch, features]. */
  readonly inputs: Tensor;
  readonly shift: Shift | null;
  /** U x_t + b, of each width and each step. */
  readonly parts: readonly (readonly Tensor[])[];
  /** What weights met, of each step that has come back: the last is the first. */
  readonly met: (readonly Met[])[];
}

interface StretchPlace {
  readonly number: number;
  readonly features: number;
  readonly first: number;
  readonly steps: number;
}

const openStretch = (pass: Pass, { weights, shift: shiftOf, widths }: DriveSettings, place: StretchPlace): Stretch => {
  const { tf } = pass;
  const { number, steps } = place;
  const shift = shiftOf();
  const inputs = inputsOf(pass, place);
  const parts = tf.tidy(() => {
    const product = scaled(pass, tf.matMul(inputs, weights.draw), weights.scale);
    const sum = shift === null ? product : tf.add(product, shift.value);
    const apart = widths.length === 1 ? [sum] : tf.split(sum, [...widths], 2);
    return apart.map((part) => (steps === 1 ? [part] : tf.split(part, steps, 1)));
  });
  return { number, steps, inputs, shift, parts, met: [] };
};

const observe = (
  pass: Pass,
  row: number,
  weights: SharedWeights,
  { inputs: input, met }: { readonly inputs: Tensor; readonly met: readonly Met[] },
): void => {
  for (const one of met) observeShared(pass, row, one);
  const gradients = met.map(({ gradient }) => gradient);
  observeShared(pass, row, { weights, input, gradient: abreast(pass, gradients) });
};

/** What weights met is kept until the first step of the stretch, the last on the way back, has brought its own. */
const learn = (
  pass: Pass,
  { weights }: DriveSettings,
  { number, steps, inputs, shift, met: all }: Stretch,
  { step, met }: { readonly step: number; readonly met: readonly Met[] },
): void => {
  const { tf } = pass;
  all[step] = met;
  if (step > 0) return;
  const gradients = met.map(({ weights: recurrent, gradient: { logScale } }, index) => {
    const each = all.map((one) => one[index] as Met);
    const [input, tensor] = [each.map((one) => one.input), each.map((one) => one.gradient.tensor)];
    const gradient = { tensor: joined(pass, tensor, 1), logScale };
    recurrent.learnProduct(joined(pass, input, 1), gradient);
    return gradient;
  });
  const gradient = abreast(pass, gradients);
  weights.learnProduct(inputs, gradient);
  shift?.learn(() => ({ ...gradient, tensor: tf.sum(gradient.tensor, 1, true) }));
  handBack(pass, { place: number, steps }, () => weights.back(gradient.tensor));
};

/** Gradients of pre-activations that stand together, which have one scale. */
const abreast = (pass: Pass, gradients: readonly ScaledGradient[]): ScaledGradient => ({
  tensor: joined(
    pass,
    gradients.map(({ tensor }) => tensor),
    2,
  ),
  logScale: (gradients[0] as ScaledGradient).logScale,
});

const joined = ({ tf }: Pass, tensors: readonly Tensor[], axis: number): Tensor =>
  tensors.length === 1 ? (tensors[0] as Tensor) : tf.concat([...tensors], axis);
