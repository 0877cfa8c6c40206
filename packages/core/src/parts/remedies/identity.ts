import type { Remedy } from './remedy.ts';

/** The recurrent net of identity weights and relu, IRNN: a gradient passes until its unit falls below zero, so it fades as a power of time. **Source** Le, Jaitly & Hinton 2015, 1504.00941. */
export const identity: Remedy = {
  name: 'identity',
  aliases: ['irnn'],
  summary: 'identity weights between time steps, with relu',
  explanation: {
    text: [
      'Makes a plain recurrent net an IRNN: identity weights between the steps, relu, no biases.',
      'The state is handed on as it is, and the gradient passes as long as a unit stays above zero.',
      'Measured at width 128, half a decade is lost over fifty steps and 0.7 over two hundred; no theory says so beforehand.',
    ],
    formula: 'W = I',
    source: 'Le, Jaitly & Hinton 2015, arXiv 1504.00941',
    example: 'net=rnn act=relu init=identity steps=50',
    seeAlso: ['identity', 'rnn', 'long-term-dependencies'],
  },
  mends: 'signal',
  why: 'identity weights hand the state on as it is, and relu its gradient as long as a unit stays above zero',
  // inputs of any variance, width 128
  outcome: 'no theory says so beforehand; measured, 0.5 decades are lost over 50 steps and 0.7 over 200',
  propose: ({ net, activation, init, gain, bias }) =>
    net.name !== 'rnn' || (activation.name === 'relu' && init.name === 'identity' && gain === null && bias === 0)
      ? null
      : { activation: { name: 'relu', parameter: null }, init: { name: 'identity', parameter: null }, gain: null, bias: 0 },
};
