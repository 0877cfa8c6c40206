import type { Remedy } from './remedy.ts';

/** Leaky ReLU with He weights: no unit is ever without slope. **Source** Maas, Hannun & Ng 2013; He et al. 2015, 1502.01852. */
export const leakyRelu: Remedy = {
  name: 'leaky-relu',
  aliases: [],
  summary: 'leaky relu with He initialisation',
  explanation: {
    text: [
      'Exchanges the activation for a leaky relu with He weights.',
      'Its small slope on the negative side lets a little gradient into every unit, so none can die.',
      'It is the cure for dead units; a network whose units live gains little.',
    ],
    formula: 'φ(x) = x for x > 0, 0.01·x otherwise',
    source: 'Maas, Hannun & Ng 2013; He et al. 2015, arXiv 1502.01852',
    example: 'depth=30 act=leaky-relu init=he-normal',
    seeAlso: ['leaky-relu', 'dying-relu', 'verdict=dead'],
  },
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
