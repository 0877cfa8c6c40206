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
}

/** A laboratory on a measurer; `signal` ends its measurements between two groups of networks. */
export const laboratoryOn = (measurer: Measurer, signal?: AbortSignal): Laboratory => ({
  measure: (net, { spectrum = false } = {}) => measurer.measure(blueprintOf(net), { spectrum, signal }),
  predict: (net) => {
    const blueprint = blueprintOf(net);
    const prediction = predict(blueprint);
    if (prediction === null) throw new Error(`a claim compares with theory, and there is none for ${missingTheory(blueprint)}`);
    return prediction;
  },
});
