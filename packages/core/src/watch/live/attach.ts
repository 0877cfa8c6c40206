import type { LayersModel, NamedTensorMap, Optimizer, Scalar } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { type GivenGradients, listGradients } from '../given-gradients.ts';
import { override } from '../override.ts';
import { type Group, groupByLayer, layerNames } from './groups.ts';
import { lookAtActivations } from './look-at-activations.ts';
import { readAfter, readBefore } from './read-step.ts';
import type { SeenTensor, Show } from './seen-tensor.ts';
import type { WatchedStep } from './watched-step.ts';

/** How often is looked at what costs more than norms. **Unit** steps; 0 for never. */
export interface Schedule {
  readonly updatesEvery: number;
  readonly activationsEvery: number;
  readonly histogramsEvery: number;
}

/** How a watch looks, and whom it tells. */
export interface Attaching extends Schedule {
  readonly now: () => number;
  readonly tell: (step: WatchedStep) => void;
  /** Shown gradients and weights at steps with histograms, outputs at steps that look at activations. */
  readonly show: (seen: SeenTensor, step: number) => void;
  /** Steps that were watched before. */
  readonly from: number;
}

/**
 * Stands between an optimizer and the gradients that it is given, which is the way of `fit`, `fitDataset`, `trainOnBatch`,
 * `minimize` and loops of one's own. The optimizer gets what it would have got. The function that comes back takes it all away.
 */
export const attach = (tf: TensorFlow, optimizer: Optimizer, model: LayersModel | null, attaching: Attaching): (() => void) => {
  const { now, tell } = attaching;
  const show: Show = (seen) => attaching.show(seen, step + 1);
  let [step, loss] = [attaching.from, null as number | null];
  const isDue = (every: number): boolean => every > 0 && (step === 0 || (step + 1) % every === 0);
  const look = model === null ? null : lookAtActivations(tf, model, () => isDue(attaching.activationsEvery));
  const names = layerNames(model);
  const { applyGradients, computeGradients } = optimizer;
  const restores = [
    override(optimizer, 'computeGradients', function (this: Optimizer, ...given: Parameters<Optimizer['computeGradients']>): {
      value: Scalar;
      grads: NamedTensorMap;
    } {
      const computed = computeGradients.apply(this, given);
      loss = computed.value.dataSync()[0] as number;
      return computed;
    }),
    override(optimizer, 'applyGradients', function (this: Optimizer, given: GivenGradients): void {
      const started = now();
      const looks = { updates: isDue(attaching.updatesEvery), histograms: isDue(attaching.histogramsEvery) };
      const groups = groupByLayer(tf, listGradients(given), names);
      const before = readBefore(tf, groups, looks);
      if (looks.histograms) showAll(groups, show);
      const paused = now();
      applyGradients.call(this, given as Parameters<Optimizer['applyGradients']>[0]);
      const resumed = now();
      const after = { ...readAfter(tf, before), activations: look?.take(show) ?? null };
      step += 1;
      const seen = { step, loss, ...after, costMs: paused - started + (now() - resumed) };
      loss = null;
      tell(seen);
    }),
  ];
  return () => {
    for (const restore of restores) restore();
    look?.restore();
  };
};

const showAll = (groups: readonly Group[], show: Show): void => {
  for (const { name: layer, moved } of groups)
    for (const { gradient, variable } of moved) {
      if (gradient.tensor != null) show({ layer, kind: 'gradient', name: gradient.name, tensor: gradient.tensor });
      if (variable !== undefined) show({ layer, kind: 'weight', name: gradient.name, tensor: variable });
    }
};
