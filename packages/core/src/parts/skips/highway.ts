import type { Activation } from '../activations/activation.ts';
import { sigmoid } from '../activations/sigmoid.ts';
import { highway as highwayBlock } from '../layers/highway.ts';
import type { Skip } from './skip.ts';

/** Bias of the gate where nobody says otherwise: most of the stream is carried past each block, as published. */
const defaultBias = -2;

const highwayWith = (bias: number): Skip => {
  const opening = gateFunction({ value: (x) => sigmoid.value(x + bias), slope: (x) => sigmoid.slope(x + bias) });
  const closed = (x: number): number => sigmoid.value(-x - bias);
  // theory asks for the fourth moment of what is carried, where activations give that of their slope
  const closing = gateFunction({ value: closed, slope: closed });
  return {
    name: 'highway',
    aliases: ['gated', 'highway-network'],
    summary: 'a gate decides between block and input, T f(x) + (1 − T) x; highway(-3) sets its bias',
    explanation: {
      text: [
        'A gate decides, unit by unit, how much of the block and how much of the input goes on; the gate has weights of its own and learns.',
        'At the usual bias of −2 it starts nearly closed, T = 0.12, and carries most of the stream past each block: about 0.78 of the squared gradient, so depth still costs something.',
        'It came before residual networks, which leave the gate away and add.',
      ],
      formula: 'T ⊙ f(x) + (1 − T) ⊙ x,  T = sigmoid(W x + b)',
      source: 'Srivastava, Greff & Schmidhuber 2015, arXiv 1505.00387',
      example: 'net=resnet depth=20 act=tanh skip=highway',
      seeAlso: ['skip=residual', 'gate', 'resnet'],
    },
    parameter: { name: 'gate bias', value: bias, default: defaultBias, minimum: -20, maximum: 20, with: highwayWith },
    wrap: ({ branch, gate, row, units }) => [
      highwayBlock({ branch: branch(), gate: gate(), bias, opening, closing, row, units }),
    ],
  };
};

const gateFunction = (functions: Pick<Activation, 'value' | 'slope'>): Activation => ({
  ...sigmoid,
  ...functions,
  closedForms: {},
});

/** Highway gate, T ⊙ f(x) + (1 − T) ⊙ x. **Source** Srivastava, Greff & Schmidhuber 2015, 1505.00387. */
export const highway: Skip = highwayWith(defaultBias);
