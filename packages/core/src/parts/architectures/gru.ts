import { gru as gruStep } from '../layers/gru.ts';
import { sequence } from '../layers/sequence.ts';
import type { Architecture } from './architecture.ts';
import { withReadout } from './readout.ts';
import { readAfter, recurrentSettings, stepsForm } from './time-steps.ts';

/** Tensors of the size of a state that a step leaves behind, forward and back; counted. */
const keptPerStep = 45;

/**
 * Gated recurrent unit. The rows are time steps, the loss sits at the last, and the signal of a row is the gradient at the state
 * of its step: how much the loss remembers over time.
 *
 * The candidate is tanh, as everywhere, and biases are 0, as frameworks start them. **Source** Cho et al. 2014, 1406.1078.
 */
export const gru: Architecture = {
  name: 'gru',
  aliases: ['gated-recurrent-unit'],
  summary: 'recurrent network with two gates; depth counts time steps',
  explanation: {
    text: [
      'A recurrent cell with two gates: the update gate keeps a share of the state, the reset gate says how much of it the new candidate sees.',
      'What is kept carries the gradient through time past weights and activations. A fresh update gate keeps one half, so before training the gradient still fades exponentially.',
      'It has three quarters of the weights of an lstm, and no memory apart from its state.',
    ],
    formula: 'h′ = z ⊙ h + (1 − z) ⊙ ĥ,  ĥ = tanh(W x + U (r ⊙ h))',
    source: 'Cho et al. 2014, arXiv 1406.1078',
    example: 'net=gru steps=50',
    seeAlso: ['lstm', 'rnn', 'gate'],
  },
  takes: ['input', 'tied', 'gate'],
  ignores: ['activation', 'bias', 'norm', 'place'],
  countsSteps: true,
  form: stepsForm,
  size: ({ depth, width, tied }) => ({
    weights: (tied ? 1 : depth) * 6 * width * width,
    products: depth * 6 * width * width,
    kept: depth * width * keptPerStep,
  }),
  build: (settings) => {
    const { depth, width, gate, trainsInputs } = settings;
    const rows = Array.from({ length: depth }, (_, row) => ({ name: `step ${row + 1}`, units: width }));
    const steps = readAfter(
      settings,
      rows.map((_, row) => [gruStep({ ...recurrentSettings(settings, row), gate })]),
    );
    return withReadout(settings, { hidden: [sequence({ state: width, trainsInputs }), ...steps], rows, recursion: null, story });
  },
};

const story = (factor: number): string =>
  factor > 1
    ? 'The update gate carries its share of the state from step to step, and the ways through candidate and gates, which meet the same weights at every step, bring more than it leaves.'
    : 'The update gate carries its share of the state from step to step; the ways through candidate and gates, which meet the same weights at every step, bring back a part of what it leaves.';
