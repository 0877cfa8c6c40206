import type { WatchedStep } from '../live/watched-step.ts';
import type { Alarm } from './alarm.ts';

/** Steps after which a training should have got somewhere, and those at either end whose losses are averaged. */
const [enough, window] = [100, 20];

/** Share of the first losses by which the last ones have to be below them. */
const leastFall = 0.05;

/** Decades of gradient between layers beyond which it is said where the gradient is lost. */
const manyDecades = 3;

/**
 * The loss is where it began. Of all signs this is the one that no optimizer can hide: one that rescales what it receives moves
 * the layers at which hardly a gradient arrives almost as far as all others, and they learn nothing by it.
 */
export const notLearning: Alarm = {
  name: 'not-learning',
  summary: 'after a hundred steps the loss has not fallen by a twentieth of what it was in the first twenty',
  source:
    'AutoTrainer (Zhang et al. 2021) and DeepLocalize watch the loss; a twentieth is above what batches differ by on average over twenty steps',
  patience: 1,
  look: (now, earlier) => {
    // only who has seen the first steps knows where it began
    if (now.step < enough || earlier[0]?.step !== 1) return [];
    const [first, last] = [meanLoss(earlier.slice(0, window)), meanLoss([...earlier.slice(1 - window), now])];
    if (first === null || last === null || first <= 0 || last < (1 - leastFall) * first) return [];
    const message = `after ${now.step} steps the loss has not fallen: ${first.toPrecision(3)} in the first ${window}, ${last.toPrecision(3)} now`;
    const lost = whereLost(now);
    // it is about the whole: which layer is the faintest changes from step to step, and would be an alarm each time
    return [{ layer: null, message: lost === null ? message : `${message}; ${lost}` }];
  },
};

/** Null where a loss is not known or not finite: others tell of that. */
const meanLoss = (steps: readonly WatchedStep[]): number | null => {
  const losses = steps.flatMap(({ loss }) => (loss !== null && Number.isFinite(loss) ? [loss] : []));
  return losses.length < steps.length || losses.length === 0 ? null : losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
};

/** The first layer at which less than a thousandth arrives of what another one has. */
const whereLost = ({ layers }: WatchedStep): string | null => {
  const known = layers.flatMap(({ name, gradient }) =>
    gradient.log10Norm === null ? [] : [{ name, log10: gradient.log10Norm }],
  );
  const largest = known.reduce((most, one) => Math.max(most, one.log10), Number.NEGATIVE_INFINITY);
  const first = known.find(({ log10 }) => largest - log10 >= manyDecades);
  const most = known.find(({ log10 }) => log10 === largest);
  if (first === undefined || most === undefined) return null;
  const decades = (largest - first.log10).toFixed(1);
  return `the gradient at ${first.name} is ${decades} decades below that at ${most.name}`;
};
