import type { LayerMeasurement } from '../../measure/gradient-profile.ts';
import { shortNumber } from '../../verdict/words.ts';
import { type Consultation, isTooLarge } from './consultation.ts';
import type { ModelAdvice } from './probe-report.ts';

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

/** A factor of the squared gradient that is worth a change. */
const worthwhile = 1.25;

/**
 * Weights that keep the squared gradient where the factor is furthest from 1 the way the gradient goes, or another activation
 * where weights alone cannot.
 */
export const mendFactor = (consultation: Consultation): readonly ModelAdvice[] => {
  const sign = isTooLarge(consultation) ? 1 : -1;
  const factors = factorsOf(consultation)
    .filter(({ factor }) => sign * Math.log(factor) > Math.log(worthwhile))
    .sort((one, other) => sign * (other.factor - one.factor));
  const [worst] = factors;
  if (worst === undefined) return unexplained(consultation);
  const { layer, before, slope, factor } = worst;
  const why = `from ${layer.name} to ${before.name} the squared gradient is multiplied by ${shortNumber(factor)}, E φ′² = ${shortNumber(slope)} times σ_w² = ${shortNumber(factor / slope)}${factors.length === 1 ? '' : `, the worst of ${factors.length} such steps`}`;
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

/** What helps whatever the factors are. */
const unexplained = (consultation: Consultation): readonly ModelAdvice[] => {
  if (isTooLarge(consultation)) return [];
  const { recurrent } = consultation.followed;
  return [recurrent === null ? addSkips(consultation) : gate(recurrent)];
};

const addSkips = ({ followed: { layers } }: Consultation): ModelAdvice => ({
  layer: layers[0]?.name ?? null,
  change: `a skip connection around each few layers from ${layers[0]?.name ?? ''} to ${layers.at(-1)?.name ?? ''}, where there is none yet`,
  why: 'slope and weights of its layers do not account for what becomes of the gradient',
  expected: 'what takes the way past a branch arrives as it left',
});

const gate = (recurrent: string): ModelAdvice => ({
  layer: recurrent,
  change: "tf.layers.lstm({ recurrentActivation: 'sigmoid', unitForgetBias: true, … })",
  why: 'the same weights multiply the gradient at every step',
  expected: 'a forget gate of σ(1) = 0.73 per step, and more where the bias is larger',
});
