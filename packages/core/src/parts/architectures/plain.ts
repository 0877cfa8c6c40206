import type { Built, Recursion } from '../blueprint.ts';
import { activate } from '../layers/activate.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import type { BuildSettings } from './architecture.ts';
import type { Medium } from './medium.ts';
import { withReadout } from './readout.ts';

/** Plain network: depth × (weights → norm → activation), then a linear readout where the loss wants one. */
export const buildPlain = (settings: BuildSettings, medium: Medium): Built => {
  const { depth, width } = settings;
  const rows = Array.from({ length: depth }, (_, row) => ({
    name: `${medium.layer} ${row + 1}`,
    units: width,
    positions: medium.positions(row),
  }));
  const hidden = [...medium.entry, ...rows.flatMap((_, row) => layer(settings, medium, row))];
  const trunk = { hidden, rows, recursion: recursionOf(settings, medium), story: storyOf(settings, medium) };
  return withReadout(settings, trunk, medium.exit);
};

const storyOf = ({ norm, init }: BuildSettings, { stories }: Medium): Built['story'] => {
  const isNormalised = norm.stages().length > 0;
  const isFixed = init.law.isDeterministic === true;
  if (!isNormalised && !isFixed && stories.length === 0) return null;
  const ofLayers = isFixed ? fixedStory : mostlyStory;
  return (factor) => [isNormalised ? normalisedStory(factor) : ofLayers, ...stories].join(' ');
};

/** What weights that are not random do to the factor of the squared gradient. */
export const fixedStory =
  'Weights that are not random hand every unit on to itself, so the slopes that a gradient meets on its way are those of one unit, again and again, and do not average out.';

const mostlyStory = 'The slope of the activation times the variance of the weights makes most of it.';

const normalisedStory = (factor: number): string =>
  factor > 1
    ? 'The normalisation divides by the spread it finds, so the size of the weights drops out; what is left is the slope of the activation over the spread that the activation leaves, and that is above 1.'
    : 'The normalisation divides by the spread it finds, so the size of the weights drops out; what is left is the slope of the activation over the spread that the activation leaves.';

const layer = (settings: BuildSettings, medium: Medium, row: number): readonly Stage[] => {
  const { depth, width, outputs, activation, norm, place } = settings;
  const isOutput = outputs === null && row === depth - 1;
  const activated = [station(row, medium.positions(row)), activate({ row, units: width, activation, isOutput })];
  return [
    ...medium.weights({ row, fanIn: row === 0 ? medium.inputs : width, fanOut: width }),
    // the loss that sits on a pre-activation sits before what would come after it
    ...(isOutput ? [...place.arrange(norm.stages(), []), ...activated] : place.arrange(norm.stages(), activated)),
    ...medium.after(row),
  ];
};

/** Layers repeat one recursion where weights are random, each position sees a full kernel, and nothing calibrates or normalises. */
const recursionOf = (settings: BuildSettings, { taps, stories }: Medium): Recursion | null => {
  const { width, activation, init, gain, bias, norm } = settings;
  if (init.isCalibrated || init.law.isDeterministic === true || norm.stages().length > 0 || stories.length > 0) return null;
  const fan = width * taps;
  const nominal = gain ?? fan * init.weightVariance(fan, fan);
  return { activation, gain: nominal * init.law.varianceFactor, bias };
};
