import { lostInRounding } from '../../verdict/thresholds.ts';
import type { VerdictKind } from '../../verdict/verdict.ts';
import { percent, powerOfTen, shortNumber } from '../../verdict/words.ts';
import { type Consultation, isTooLarge } from './consultation.ts';
import { mendFactor } from './mend-factor.ts';
import type { ModelAdvice } from './probe-report.ts';

const clip: ModelAdvice = {
  layer: null,
  change: 'clipByGlobalNorm(optimizer, 1) of @vanish/core/watch in place of the optimizer',
  why: 'a burst moves the weights no further than any other step',
  expected: '‖g‖ ≤ 1 at every step, its direction kept',
};

const clipGrowth = (consultation: Consultation): readonly ModelAdvice[] => (isTooLarge(consultation) ? [clip] : []);

/** The update:weight ratio that is aimed at, in decades. **Source** Karpathy's makemore 3, within the band of TheDeepChecker. */
const usualRatio = -3;

const raiseRate = ({ symptoms: { movable, last: end }, passed: { optimizer } }: Consultation): readonly ModelAdvice[] => {
  const last = movable.at(-1) ?? end;
  const ratio = last.update.log10Ratio;
  if (ratio === null) return [];
  const learningRate = optimizer.learningRate * 10 ** (usualRatio - ratio);
  return [
    {
      layer: null,
      change: `a learning rate of ${shortNumber(learningRate)} instead of ${shortNumber(optimizer.learningRate)}`,
      why: `a step is ${powerOfTen(ratio)} of the weights of ${last.name}, and below ${powerOfTen(lostInRounding)} float32 adds nothing`,
      expected: 'steps of about a thousandth of the weights, where they are proportional to the rate',
    },
  ];
};

const revive = ({ symptoms: { largestDead } }: Consultation): readonly ModelAdvice[] => [
  {
    layer: largestDead.name,
    change: `tf.layers.leakyReLU({ alpha: 0.1 }) behind ${largestDead.name} in place of its activation, and biases that start at zero`,
    why: `${percent(largestDead.activation.dead)} of its units pass nothing for any example of the batch`,
    expected: 'no unit whose slope is zero',
  },
];

const shrink = ({ symptoms: { largestSaturated } }: Consultation): readonly ModelAdvice[] => [
  {
    layer: largestSaturated.name,
    change: `smaller weights (kernelInitializer: 'glorotUniform') or tf.layers.layerNormalization() in front of ${largestSaturated.name}`,
    why: `${percent(largestSaturated.activation.saturated)} of its units sit where the activation is flat: E z² = ${shortNumber(largestSaturated.activation.preActivationSecondMoment ?? Number.NaN)}`,
    expected: 'pre-activations of about 1, where no usual activation is flat',
  },
];

const reconnect = ({ symptoms: { first } }: Consultation): readonly ModelAdvice[] => [
  {
    layer: first.name,
    change: 'weights that do not all start at zero, and no dataSync, argMax or step function between it and the loss',
    why: `all of the gradient at ${first.name} is exactly zero`,
    expected: 'a gradient in every precision',
  },
];

/** What each kind of verdict asks for. */
export const advisers: Readonly<Record<Exclude<VerdictKind, 'healthy'>, (consultation: Consultation) => readonly ModelAdvice[]>> =
  {
    borderline: (consultation) => [...mendFactor(consultation), ...clipGrowth(consultation)],
    vanishing: mendFactor,
    exploding: (consultation) => [...mendFactor(consultation), clip],
    overflow: (consultation) => [...mendFactor(consultation), clip],
    dead: revive,
    saturated: shrink,
    tiny: raiseRate,
    zero: reconnect,
  };
