import type { Recursion } from '../blueprint.ts';
import { activate } from '../layers/activate.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import { type Architecture, type BuildSettings, keptPerActivation, weights } from './architecture.ts';
import { readout } from './readout.ts';

/** Plain fully connected network: depth × (dense → norm → activation), then a linear readout where the loss wants one. */
export const mlp: Architecture = {
  name: 'mlp',
  aliases: ['plain', 'dense', 'fully-connected', 'fc', 'feedforward'],
  summary: 'plain fully connected network',
  takes: [],
  size: ({ depth, width }) => ({
    weights: depth * width * width,
    products: depth * width * width,
    kept: depth * width * keptPerActivation,
  }),
  build: (settings) => {
    const { depth, width, outputs } = settings;
    const rows = Array.from({ length: depth }, (_, row) => ({ name: `dense ${row + 1}`, units: width }));
    const hidden = rows.flatMap((_, row) => layer(settings, row));
    const story = settings.norm.stages().length > 0 ? normalisedStory : null;
    const built = { hidden, recursion: recursionOf(settings), story };
    if (outputs === null) return { ...built, readout: [], rows };
    const { stages, row } = readout(settings, { row: depth, outputs });
    return { ...built, readout: stages, rows: [...rows, row] };
  },
};

const normalisedStory = (factor: number): string =>
  factor > 1
    ? 'The normalisation divides by the spread it finds, so the size of the weights drops out; what is left is the slope of the activation over the spread that the activation leaves, and that is above 1.'
    : 'The normalisation divides by the spread it finds, so the size of the weights drops out; what is left is the slope of the activation over the spread that the activation leaves.';

const layer = (settings: BuildSettings, row: number): readonly Stage[] => {
  const { depth, width, features, outputs, activation, norm, place } = settings;
  const isOutput = outputs === null && row === depth - 1;
  const activated = [station(row), activate({ row, units: width, activation, isOutput })];
  return [
    weights(settings, { row, fanIn: row === 0 ? features : width, fanOut: width }),
    // the loss that sits on a pre-activation sits before what would come after it
    ...(isOutput ? [...place.arrange(norm.stages(), []), ...activated] : place.arrange(norm.stages(), activated)),
  ];
};

const recursionOf = ({ width, activation, init, gain, bias, norm }: BuildSettings): Recursion | null => {
  if (init.isCalibrated || norm.stages().length > 0) return null;
  const nominal = gain ?? width * init.weightVariance(width, width);
  return { activation, gain: nominal * init.law.varianceFactor, bias };
};
