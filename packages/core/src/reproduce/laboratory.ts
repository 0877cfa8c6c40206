import type { Engine } from '../engine/index.ts';
import type { GradientProfile } from '../measure/gradient-profile.ts';
import type { Measurer } from '../measure/measurer.ts';
import { missingTheory, predict } from '../theory/predict.ts';
import type { Prediction } from '../theory/prediction.ts';
import { blueprintOf, type PlainNet } from './plain-net.ts';

/** What a claim works with. */
export interface Laboratory {
  readonly measure: (net: PlainNet, options?: { readonly spectrum?: boolean }) => Promise<GradientProfile>;
  /** Mean-field theory of the same net. */
  readonly predict: (net: PlainNet) => Prediction;
  /** The operations of its engine, for what concerns tensors and no net. */
  readonly tf: Engine['tf'];
}

/** A laboratory on an engine and its measurer; `signal` ends its measurements between two groups of networks. */
export const laboratoryOn = ({ tf }: Engine, measurer: Measurer, signal?: AbortSignal): Laboratory => ({
  tf,
  measure: (net, { spectrum = false } = {}) => measurer.measure(blueprintOf(net), { spectrum, signal }),
  predict: (net) => {
    const blueprint = blueprintOf(net);
    const prediction = predict(blueprint);
    if (prediction === null) throw new Error(`a claim compares with theory, and there is none for ${missingTheory(blueprint)}`);
    return prediction;
  },
});
