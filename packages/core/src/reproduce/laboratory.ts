import type { Engine } from '../engine/engine.ts';
import type { GradientProfile } from '../measure/gradient-profile.ts';
import type { Measurer } from '../measure/measurer.ts';
import { trainNetworks } from '../measure/training/train-networks.ts';
import type { TrainingRecord } from '../measure/training/training-record.ts';
import { missingTheory, predict } from '../theory/predict.ts';
import type { Prediction } from '../theory/prediction.ts';
import { blueprintOf, type Learning, type PlainNet } from './plain-net.ts';

/** How a claim trains: by stochastic gradient descent, not clipped, unless it says otherwise. */
export interface Schooling extends Learning {
  readonly steps: number;
}

/** What a claim works with. */
export interface Laboratory {
  readonly measure: (net: PlainNet, options?: { readonly spectrum?: boolean }) => Promise<GradientProfile>;
  /** Mean-field theory of the same net. */
  readonly predict: (net: PlainNet) => Prediction;
  /** Trains the same networks, all side by side. */
  readonly train: (net: PlainNet, schooling: Schooling) => Promise<TrainingRecord>;
  /** The operations of its engine, for what concerns tensors and no net. */
  readonly tf: Engine['tf'];
}

/** Instruments of a laboratory. */
export interface Instruments {
  readonly engine: Engine;
  readonly measurer: Measurer;
  /** Ends a measurement between two groups of networks, a training between two recorded steps. */
  readonly signal?: AbortSignal | undefined;
}

/** A laboratory on an engine and its measurer. */
export const laboratoryOn = ({ engine, measurer, signal }: Instruments): Laboratory => ({
  tf: engine.tf,
  measure: (net, { spectrum = false } = {}) => measurer.measure(blueprintOf(net), { spectrum, signal }),
  predict: (net) => {
    const blueprint = blueprintOf(net);
    const prediction = predict(blueprint);
    if (prediction === null) throw new Error(`a claim compares with theory, and there is none for ${missingTheory(blueprint)}`);
    return prediction;
  },
  train: (net, { steps, ...learning }) => trainNetworks(engine, blueprintOf(net, learning), { steps, signal, histograms: 0 }),
});
