import { explodingDecades } from '../../verdict/thresholds.ts';
import { powerOfTen, shortNumber } from '../../verdict/words.ts';
import type { Alarm } from './alarm.ts';

/** Steps that say what is usual, and how many there have to be. */
const [window, least] = [20, 5];

/** The gradient is a hundred times what it was. */
export const exploding: Alarm = {
  name: 'exploding',
  summary: 'the gradient is a hundred times as long as its median over the last twenty steps',
  source: 'explodingDecades, the growth beyond which one learning rate no longer serves (verdict/thresholds.ts)',
  patience: 1,
  look: ({ step, log10GlobalNorm, layers }, earlier) => {
    const before = earlier.slice(-window).flatMap((one) => one.log10GlobalNorm ?? []);
    if (log10GlobalNorm === null || before.length < least) return null;
    const growth = log10GlobalNorm - medianOf(before);
    if (growth <= explodingDecades) return [];
    const largest = layers.reduce((most, layer) =>
      (layer.gradient.log10Norm ?? Number.NEGATIVE_INFINITY) > (most.gradient.log10Norm ?? Number.NEGATIVE_INFINITY)
        ? layer
        : most,
    );
    return [
      {
        layer: largest.name,
        message: `the gradient is ${shortNumber(10 ** growth)} times as long as usual at step ${step} (norm ${powerOfTen(log10GlobalNorm)}), most of it at ${largest.name}`,
      },
    ];
  },
};

const medianOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;
