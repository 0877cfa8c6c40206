import type { LayerMeasurement } from '../measure/gradient-profile.ts';
import type { Subject } from './appraise.ts';
import type { Symptoms } from './symptoms.ts';
import { lostInRounding, usualUpdate } from './thresholds.ts';
import { powerOfTen, shortNumber } from './words.ts';

/** Does this optimizer move the weights? Its first step, as a share of the weights it moves. */
export const describeUpdate = (
  { movable }: Symptoms,
  { optimizer, learningRate }: Pick<Subject, 'optimizer' | 'learningRate'>,
): string => {
  const [first, last] = [movable[0], movable.at(-1)];
  if (first === undefined || last === undefined) return 'There is nothing to move: none of these layers has weights that learn.';
  const who = `${optimizer.name} at learning rate ${shortNumber(learningRate)}`;
  if (first.update.log10Ratio === null) return `No: ${who} does not move ${first.name}.`;
  const moves = `${who} moves ${first.name} by ${powerOfTen(first.update.log10Ratio)} of its size per step${
    first === last || last.update.log10Ratio === null ? '' : `, ${last.name} by ${powerOfTen(last.update.log10Ratio)}`
  }`;
  return `${assess(first)}: ${moves}.`;
};

const assess = ({ update }: LayerMeasurement): string => {
  const ratio = update.log10Ratio ?? Number.NEGATIVE_INFINITY;
  if (ratio < lostInRounding) return 'No, the step is lost in rounding';
  if (ratio < usualUpdate.low) return 'Slowly';
  return ratio > usualUpdate.high ? 'Too much' : 'Yes';
};
