import type { Preset } from './preset.ts';

/** Five tanh layers: the old standard weights beside Glorot weights. **Source** Glorot & Bengio 2010. */
export const glorot2010: Preset = {
  name: 'glorot-2010',
  aliases: ['xavier-2010', 'glorot-and-bengio'],
  summary: 'five tanh layers: the old standard weights beside Glorot weights',
  query: 'depth=5 width=1000 act=tanh init=uniform(0.0316),glorot-uniform loss=probe',
  why: [
    'Weights drawn between ±1/√n, as was usual, lose a factor of three in variance per layer; Glorot weights lose far less.',
    'The weight gradients stay level under both, for activations fade on their way forward as the signal does on its way back.',
  ],
  source: 'Glorot & Bengio 2010',
};
