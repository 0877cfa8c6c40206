import type { Remedy } from './remedy.ts';

/** Leaky ReLU with He weights: no unit is ever without slope. **Source** Maas, Hannun & Ng 2013; He et al. 2015, 1502.01852. */
export const leakyRelu: Remedy = {
  name: 'leaky-relu',
  aliases: [],
  summary: 'leaky relu with He initialisation',
  mends: 'units',
  why: 'a small slope on the negative side: no unit can die',
  propose: ({ activation }) =>
    activation.name === 'leaky-relu'
      ? null
      : {
          activation: { name: 'leaky-relu', parameter: null },
          init: { name: 'he-normal', parameter: null },
          gain: null,
          bias: 0,
        },
};
