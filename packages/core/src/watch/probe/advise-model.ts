import type { LayerMeasurement } from '../../measure/gradient-profile.ts';
import { lostInRounding } from '../../verdict/thresholds.ts';
import type { VerdictKind } from '../../verdict/verdict.ts';
import { percent, powerOfTen, shortNumber } from '../../verdict/words.ts';
import type { TrapFinding } from '../traps/trap.ts';
import type { JudgedChain } from './judge-chains.ts';
import type { ModelAdvice } from './probe-report.ts';
import type { Passed } from './run-pass.ts';

/** How many pieces of advice are worth reading. */
const most = 3;

/** What an adviser looks at. */
interface Consultation extends JudgedChain {
  readonly passed: Passed;
}

/** Changes to the layers of the way that was judged: traps that stand in it first, then what the kind of verdict asks for. */
export const adviseModel = (judged: JudgedChain, passed: Passed, traps: readonly TrapFinding[]): readonly ModelAdvice[] => {
  const { kind } = judged.verdict;
  if (kind === 'healthy') return [];
  const consultation = { ...judged, passed };
  const [trapped, advised] = [adviseOnTraps(judged, traps), advisers[kind](consultation)];
  return (areTrapsTheCause(judged) ? [...trapped, ...advised] : [...advised, ...trapped]).slice(0, most);
};

/** A factor per layer below which no trap of the shelf is to blame alone. */
const leastOfTraps = 0.6;

/** Traps cost a quarter of the squared gradient per layer, or the memory of a cell; what is lost beyond that has another cause. */
const areTrapsTheCause = ({ followed, symptoms: { activationFactor, weightFactor } }: JudgedChain): boolean =>
  followed.recurrent !== null || activationFactor * weightFactor > leastOfTraps;

/** One piece of advice per trap, which names the first layer that is in it and counts the others. */
const adviseOnTraps = (
  { followed: { layers, readout, recurrent } }: JudgedChain,
  traps: readonly TrapFinding[],
): readonly ModelAdvice[] => {
  const names = new Set([...layers, ...(readout === null ? [] : [readout])].map(({ name }) => name));
  const here = traps.filter(({ layer }) => names.has(layer) || recurrent?.split(' ')[0] === layer);
  const first = here.filter(({ trap }, index) => here.findIndex((other) => other.trap === trap) === index);
  return first.map(({ trap, layer, problem, change, expected }) => {
    const others = here.filter((other) => other.trap === trap).length - 1;
    return {
      layer,
      change: others === 0 ? change : `${change}; the same in ${others} more ${others === 1 ? 'layer' : 'layers'}`,
      why: problem,
      expected,
    };
  });
};

/** Where slope and weights are known: the row whose weights multiply the gradient that leaves it for the row before. */
interface Factor {
  readonly layer: LayerMeasurement;
  readonly before: LayerMeasurement;
  /** E φ′² of the row before, times σ_w². */
  readonly factor: number;
  readonly slope: number;
}

const factorsOf = ({ followed: { layers } }: Consultation): readonly Factor[] =>
  layers.slice(1).flatMap((layer, index) => {
    const before = layers[index] as LayerMeasurement;
    const [slope, gain] = [before.activation.slopeSecondMoment, layer.weights.gain];
    return slope === null || gain === null || slope === 0 || gain === 0 ? [] : [{ layer, before, slope, factor: slope * gain }];
  });

/** A weight variance beyond which a unit that saturates would do so. */
const mostGain = 4;

/** Weights that keep the squared gradient where the factor is furthest from 1, or another activation where weights alone cannot. */
const mendFactor = (consultation: Consultation): readonly ModelAdvice[] => {
  const factors = [...factorsOf(consultation)].sort(
    (one, other) => Math.abs(Math.log(other.factor)) - Math.abs(Math.log(one.factor)),
  );
  const [worst] = factors;
  if (worst === undefined)
    return consultation.followed.recurrent === null ? [addSkips(consultation)] : [gate(consultation.followed.recurrent)];
  const { layer, before, slope, factor } = worst;
  const why = `from ${layer.name} to ${before.name} the squared gradient is multiplied by ${shortNumber(factor)}, E φ′² = ${shortNumber(slope)} times σ_w² = ${shortNumber(factor / slope)}${factors.length === 1 ? '' : `, the furthest from 1 of ${factors.length} such steps`}`;
  if (1 / slope > mostGain)
    return [
      {
        layer: before.name,
        change: `activation: 'relu', and kernelInitializer: 'heUniform' in ${layer.name}`,
        why,
        expected: 'E φ′² = 1/2 times σ_w² = 2: the squared gradient is multiplied by 1',
      },
    ];
  return [
    {
      layer: layer.name,
      change: `kernelInitializer: tf.initializers.varianceScaling({ scale: ${shortNumber(1 / slope)}, mode: 'fanIn', distribution: 'uniform' })`,
      why,
      expected: `σ_w² = ${shortNumber(1 / slope)}: the squared gradient is multiplied by 1`,
    },
  ];
};

const addSkips = ({ followed: { layers } }: Consultation): ModelAdvice => ({
  layer: layers[0]?.name ?? null,
  change: `a skip connection around each few layers from ${layers[0]?.name ?? ''} to ${layers.at(-1)?.name ?? ''}`,
  why: 'slope and weights of its layers do not account for what becomes of the gradient',
  expected: 'what takes the way past a branch arrives as it left',
});

const gate = (recurrent: string): ModelAdvice => ({
  layer: recurrent,
  change: "tf.layers.lstm({ recurrentActivation: 'sigmoid', unitForgetBias: true, … })",
  why: 'the same weights multiply the gradient at every step',
  expected: 'a forget gate of σ(1) = 0.73 per step, and more where the bias is larger',
});

const clip: ModelAdvice = {
  layer: null,
  change: 'clipByGlobalNorm(optimizer, 1) of @vanish/core/watch in place of the optimizer',
  why: 'a burst moves the weights no further than any other step',
  expected: '‖g‖ ≤ 1 at every step, its direction kept',
};

/** The update:weight ratio that is aimed at, in decades. **Source** Karpathy's makemore 3, within the band of TheDeepChecker. */
const usualRatio = -3;

const raiseRate = ({ symptoms: { last }, passed: { optimizer } }: Consultation): readonly ModelAdvice[] => {
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

const advisers: Readonly<Record<Exclude<VerdictKind, 'healthy'>, (consultation: Consultation) => readonly ModelAdvice[]>> = {
  borderline: mendFactor,
  vanishing: mendFactor,
  exploding: (consultation) => [...mendFactor(consultation), clip],
  overflow: (consultation) => [...mendFactor(consultation), clip],
  dead: revive,
  saturated: shrink,
  tiny: raiseRate,
  zero: reconnect,
};
