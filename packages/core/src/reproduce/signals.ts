import type { GradientProfile } from '../measure/gradient-profile.ts';
import { logSumExp, mean } from '../numbers/statistics.ts';
import type { Prediction } from '../theory/prediction.ts';

/** log₁₀ of a ratio of RMS values to ln of the ratio of squares. */
const natsOfSquares = 2 * Math.LN10;

/**
 * ln |d_from|² − ln |d_to|² of each network, layers counted from 1; networks whose signal is exactly zero are left out.
 * Both layers have the same width.
 */
export const logRatios = ({ layers }: GradientProfile, from: number, to: number): readonly number[] => {
  const [first, second] = [layers[from - 1], layers[to - 1]];
  const pairs = first?.signalPerSeed.map((value, network) => [value, second?.signalPerSeed[network] ?? null] as const) ?? [];
  return pairs.flatMap(([one, other]) => (one === null || other === null ? [] : [(one - other) * natsOfSquares]));
};

/**
 * ln of the arithmetic mean over networks of |d|² per unit: free of the shift that a mean of logs has at finite width.
 * A network whose signal is exactly zero counts as zero.
 */
export const logMeanSquare = ({ layers }: GradientProfile, layer: number): number => {
  const nats = (layers[layer - 1]?.signalPerSeed ?? []).map((decades) => (decades ?? Number.NEGATIVE_INFINITY) * natsOfSquares);
  return logSumExp(nats) - Math.log(nats.length);
};

/** E|d_from|² / E|d_to|² over networks. */
export const meanSquareRatio = (profile: GradientProfile, from: number, to: number): number =>
  Math.exp(logMeanSquare(profile, from) - logMeanSquare(profile, to));

/** The same ratio as infinite width has it: the product of σ_w² D(q_l) over the layers between. */
export const predictedRatio = ({ layers }: Prediction, from: number, to: number): number =>
  10 ** (2 * ((layers[from - 1]?.log10Rms ?? Number.NaN) - (layers[to - 1]?.log10Rms ?? Number.NaN)));

/** E z² of one layer over that of another, over networks and examples. */
export const lengthRatio = ({ layers }: GradientProfile, over: number, under: number): number => {
  const length = (layer: number): number => layers[layer - 1]?.activation.preActivationSecondMoment ?? Number.NaN;
  return length(over) / length(under);
};

/** Factor of |d|² per layer towards the first, as the geometric mean over networks and layers. */
export const factorPerLayer = (profile: GradientProfile, from: number, to: number): number =>
  Math.exp(mean(logRatios(profile, from, to)) / (to - from));
