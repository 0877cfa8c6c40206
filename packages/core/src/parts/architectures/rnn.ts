import type { Recursion } from '../blueprint.ts';
import { activate } from '../layers/activate.ts';
import { recurrence, scalesOf } from '../layers/recurrence.ts';
import { sequence } from '../layers/sequence.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import { type Architecture, type BuildSettings, keptPerActivation } from './architecture.ts';
import { fixedStory } from './plain.ts';
import { withReadout } from './readout.ts';
import { readAfter, recurrentSettings, stepsForm } from './time-steps.ts';

/** Tensors of a step beside its activation: the inputs, two products, their scaled copies. */
const keptPerStep = 5;

/**
 * Plain recurrent network, h_t = φ(W h_{t−1} + U x_t + b). The rows are time steps, the loss sits at the last, and the signal of a
 * row is the gradient at the pre-activation of its step: how much the loss remembers over time.
 * **Source** Elman 1990; Pascanu, Mikolov & Bengio 2013, 1211.5063.
 */
export const rnn: Architecture = {
  name: 'rnn',
  aliases: ['recurrent', 'simple-rnn', 'vanilla-rnn', 'elman'],
  summary: 'recurrent network; depth counts time steps',
  explanation: {
    text: [
      'One layer that is applied again at every time step, to its own state and the next input, always with the same weights.',
      'On its way back in time the gradient meets the same matrix at every step, so it vanishes or explodes exponentially, depending on weights and slopes.',
      'Identity weights with relu, gates (lstm, gru) and clipping are the known answers.',
    ],
    formula: 'h_t = φ(W h_{t−1} + U x_t + b)',
    source: 'Elman 1990; Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=tanh steps=50',
    seeAlso: ['lstm', 'gru', 'radius', 'backpropagation-through-time'],
  },
  takes: ['input', 'radius', 'tied'],
  ignores: ['norm', 'place'],
  countsSteps: true,
  form: stepsForm,
  clash: ({ gain, radius }) =>
    gain === null || radius === null
      ? null
      : {
          field: 'gain',
          problem: `gain=${gain} and radius=${radius} both set the recurrent weights: of random ones the radius is the root of the gain`,
          nearest: null,
        },
  size: ({ depth, width, tied }) => ({
    weights: (tied ? 1 : depth) * 2 * width * width,
    products: depth * 2 * width * width,
    kept: depth * width * (keptPerActivation + keptPerStep),
  }),
  build: (settings) => {
    const { depth, width, activation, outputs, init, trainsInputs } = settings;
    const rows = Array.from({ length: depth }, (_, row) => ({ name: `step ${row + 1}`, units: width }));
    const step = (row: number): readonly Stage[] => [
      recurrence({ ...recurrentSettings(settings, row), bias: settings.bias, isFrozen: isFrozen(settings) }),
      station(row),
      activate({ row, units: width, activation, isOutput: outputs === null && row === depth - 1 }),
    ];
    const hidden = [
      sequence({ state: width, trainsInputs }),
      ...readAfter(
        settings,
        rows.map((_, row) => step(row)),
      ),
    ];
    const isFixed = init.law.isDeterministic === true;
    const told = isFixed ? { recursion: null, story: () => fixedStory } : { recursion: recursionOf(settings), story: null };
    return withReadout(settings, { hidden, rows, ...told });
  },
};

/** Proportions are kept by slopes that do not depend on the length of the signal; orthogonal weights behind linear units keep all of it. */
const isFrozen = ({ activation, init, tied }: BuildSettings): boolean =>
  tied && activation.isScaleInvariant && !(init.law.isOrthogonal && activation.kinks.length === 0);

const recursionOf = (settings: BuildSettings): Recursion => {
  const { activation, bias, input } = settings;
  return { activation, gain: scalesOf(recurrentSettings(settings, 0)).gain, bias, input };
};
