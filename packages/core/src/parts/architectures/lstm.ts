import { lstm as lstmStep } from '../layers/lstm.ts';
import { sequence } from '../layers/sequence.ts';
import { halfOfState } from '../layers/state.ts';
import type { Architecture } from './architecture.ts';
import { withReadout } from './readout.ts';
import { readAfter, recurrentSettings, stepsForm } from './time-steps.ts';

/** Tensors of the size of a state that a step leaves behind, forward and back; counted. */
const keptPerStep = 45;

/**
 * Long short-term memory. The rows are time steps, the loss sits at the last, and the signal of a row is the gradient at the cell
 * of its step: how much the loss remembers over time. A loss without a readout sits at the cell.
 *
 * Candidate and output are tanh, as everywhere; biases are 0 but the forget gate's, as frameworks start them.
 * **Source** Hochreiter & Schmidhuber 1997; Gers 2000; Jozefowicz et al. 2015 (forget bias 1).
 */
export const lstm: Architecture = {
  name: 'lstm',
  aliases: ['long-short-term-memory'],
  summary: 'recurrent network with gates and a cell; depth counts time steps',
  explanation: {
    text: [
      'A recurrent cell with a memory beside its state: the forget gate keeps it, the input gate adds to it, the output gate shows it.',
      'On its way along the memory the gradient is multiplied by the forget gate alone, 0.73 per step at the usual bias of 1 and 0.95 at 3; the ways through the other gates bring back more.',
      'For long memories let the forget gate start open (forget=3) or spread it (chrono=100).',
    ],
    formula: 'c′ = f ⊙ c + i ⊙ g,  h′ = o ⊙ tanh c′',
    source: 'Hochreiter & Schmidhuber 1997; Gers 2000; Jozefowicz et al. 2015',
    example: 'net=lstm steps=100 forget=3',
    seeAlso: ['forget', 'chrono', 'gru', 'rnn'],
  },
  takes: ['input', 'tied', 'gate', 'forget', 'chrono'],
  ignores: ['activation', 'bias', 'norm', 'place'],
  countsSteps: true,
  form: stepsForm,
  size: ({ depth, width, tied }) => ({
    weights: (tied ? 1 : depth) * 8 * width * width,
    products: depth * 8 * width * width,
    kept: depth * width * keptPerStep,
  }),
  build: (settings) => {
    const { depth, width, outputs, gate, forget, chrono, trainsInputs } = settings;
    const rows = Array.from({ length: depth }, (_, row) => ({ name: `step ${row + 1}`, units: width }));
    const hidden = [
      sequence({ state: 2 * width, trainsInputs }),
      ...readAfter(
        settings,
        rows.map((_, row) => [lstmStep({ ...recurrentSettings(settings, row), gate, forget, chrono })]),
      ),
      halfOfState({ half: outputs === null ? 'cell' : 'hidden', units: width }),
    ];
    return withReadout(settings, { hidden, rows, recursion: null, story });
  },
};

const story = (factor: number): string =>
  factor > 1
    ? 'The forget gate keeps what it keeps of the cell, and the ways through the other gates, which meet the same weights at every step, bring more than it lets go.'
    : 'The forget gate keeps its share of the cell from step to step; the ways through the other gates, which meet the same weights at every step, bring back a part of what it lets go.';
