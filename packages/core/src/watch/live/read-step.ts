import type { Tensor, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { countDecades, type DecadeHistogram } from '../../numbers/decade-histogram.ts';
import type { Group, Moved } from './groups.ts';
import { describeGradient, measureNorms } from './measure-norms.ts';
import type { WatchedLayer, WatchedStep } from './watched-step.ts';

/** What is looked at beyond norms. */
export interface Looks {
  readonly updates: boolean;
  readonly histograms: boolean;
}

/** What was seen before the weights moved. */
export interface Before {
  readonly groups: readonly Group[];
  /** ‖∂loss/∂w‖ of each gradient that there is, group by group. */
  readonly norms: readonly (readonly number[])[];
  readonly histograms: readonly WatchedLayer['histograms'][];
  /** Copies of the matrices; of nothing where no updates are looked at. */
  readonly weights: readonly (readonly { readonly variable: Variable; readonly copy: Tensor }[])[];
}

/** Looks at gradients and weights before a step. The copies are disposed of by `readAfter`. */
export const readBefore = (tf: TensorFlow, groups: readonly Group[], { updates, histograms }: Looks): Before => {
  const tensors = groups.map(({ moved }) => moved.flatMap(({ gradient }) => gradient.tensor ?? []));
  const flat = measureNorms(tf, tensors.flat());
  let next = 0;
  return {
    groups,
    norms: tensors.map((list) => list.map(() => flat[next++] as number)),
    histograms: groups.map(({ moved }) => (histograms ? histogramsOf(moved) : null)),
    weights: groups.map(({ moved }) =>
      updates ? matricesOf(moved).map((variable) => ({ variable, copy: tf.keep(variable.clone()) })) : [],
    ),
  };
};

/** Biases start at zero, and their first steps are infinitely large shares of them: where there are matrices, they speak for the layer. */
const matricesOf = (moved: readonly Moved[]): readonly Variable[] => {
  const variables = moved.flatMap(({ variable }) => variable ?? []);
  const matrices = variables.filter(({ rank }) => rank >= 2);
  return matrices.length > 0 ? matrices : variables;
};

const histogramsOf = (moved: readonly Moved[]): WatchedLayer['histograms'] => ({
  gradient: histogramOf(moved.flatMap(({ gradient }) => gradient.tensor ?? [])),
  weight: histogramOf(moved.flatMap(({ variable }) => variable ?? [])),
});

const histogramOf = (tensors: readonly Tensor[]): DecadeHistogram => {
  const counter = countDecades();
  for (const tensor of tensors) counter.add(tensor.dataSync() as Float32Array);
  return counter.histogram();
};

/** The step, once it has been taken. */
export const readAfter = (
  tf: TensorFlow,
  { groups, norms, histograms, weights }: Before,
): Pick<WatchedStep, 'layers' | 'log10GlobalNorm'> => {
  const ratios = readUpdates(tf, weights);
  return {
    log10GlobalNorm: describeGradient(norms.flat()).log10Norm,
    layers: groups.map(({ name }, index) => ({
      name,
      gradient: describeGradient(norms[index] ?? []),
      log10UpdateRatio: ratios[index] ?? null,
      isUpdateKnown: (weights[index]?.length ?? 0) > 0,
      histograms: histograms[index] ?? null,
    })),
  };
};

/** log₁₀ ‖Δw‖/‖w‖ of each group; null where nothing moved, or of weights that were zero. */
const readUpdates = (tf: TensorFlow, weights: Before['weights']): readonly (number | null)[] => {
  const all = weights.flat();
  const changes = all.map(({ variable, copy }) => tf.sub(variable, copy));
  const norms = measureNorms(
    tf,
    all.flatMap(({ copy }, index) => [changes[index] as Tensor, copy]),
  );
  tf.dispose([...changes, ...all.map(({ copy }) => copy)]);
  let next = 0;
  return weights.map((group) => {
    const pairs = group.map(() => ({ step: norms[next++] as number, size: norms[next++] as number }));
    const ratio = Math.hypot(...pairs.map(({ step }) => step)) / Math.hypot(...pairs.map(({ size }) => size));
    return ratio > 0 && Number.isFinite(ratio) ? Math.log10(ratio) : null;
  });
};
