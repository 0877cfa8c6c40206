import type { GradientProfile } from '../../measure/gradient-profile.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import { glorotUniform } from '../../parts/initializers/glorot-uniform.ts';
import { lecunUniform } from '../../parts/initializers/lecun-uniform.ts';
import { gaussianAverages } from '../../theory/averages.ts';
import type { Prediction } from '../../theory/prediction.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { meanSquareRatio, predictedRatio } from '../signals.ts';

/** Var d shrinks under U(±1/√n), stays near one under Glorot's own; the weight gradients stay level under both. */
export const p02: RunnableClaim = {
  id: 'P02',
  claim:
    'Standard init U(±1/√n) shrinks the back-propagated variance by 1/3 per layer, more with tanh; normalised init keeps it near 1; weight gradients stay level across layers under both.',
  source: 'Glorot & Bengio 2010; tanh factors: derived for this project',
  takes: 'measuring',
  run: async (laboratory) => [
    ...(await compareInit(laboratory, 'standard', { ...fiveHidden, initializer: lecunUniform, gain: 1 / 3 }, standardPrinted)),
    ...(await compareInit(laboratory, 'normalised', { ...fiveHidden, initializer: glorotUniform }, normalisedPrinted)),
  ],
};

/** Five hidden tanh layers of 1000 units, six weight matrices. */
const fiveHidden = { activation: tanh, depth: 6, width: 1000, seeds: 8 } as const;

type Ratios = Readonly<Record<'signal' | 'gradient' | 'activation', number>>;

const standardPrinted = { signal: '0.002297', gradient: '1.005', activation: '0.01027' } as const;
const normalisedPrinted = { signal: '0.1375', gradient: '1.129', activation: '0.2623' } as const;

const quantities = {
  signal: 'Var d_1 / Var d_6',
  gradient: 'Var ∂C/∂W_2 / Var ∂C/∂W_6',
  activation: 'Var h_5 / Var h_1',
} as const;

const compareInit = async (
  laboratory: Laboratory,
  name: string,
  net: PlainNet,
  printed: Readonly<Record<keyof Ratios, string>>,
): Promise<readonly Comparison[]> => {
  const expected = predictedRatios(laboratory.predict(net));
  const measured = measuredRatios(await laboratory.measure(net));
  return (['signal', 'gradient', 'activation'] as const).flatMap((key) => [
    asPrinted(`theory: ${quantities[key]}, ${name} init`, printed[key], expected[key]),
    {
      quantity: `${quantities[key]}, ${name} init`,
      expected: expected[key],
      measured: measured[key],
      tolerance: 0.15,
      toleranceKind: 'relative' as const,
    },
  ]);
};

/** |∂C/∂W_l|² = |d_l|² |h_{l−1}|². */
const predictedRatios = (prediction: Prediction): Ratios => {
  const meanSquareOutput = (layer: number): number =>
    gaussianAverages(tanh).secondMoment(prediction.layers[layer - 1]?.q ?? Number.NaN);
  return {
    signal: predictedRatio(prediction, 1, 6),
    gradient: (predictedRatio(prediction, 2, 6) * meanSquareOutput(1)) / meanSquareOutput(5),
    activation: meanSquareOutput(5) / meanSquareOutput(1),
  };
};

const measuredRatios = (profile: GradientProfile): Ratios => {
  const layer = (number: number): GradientProfile['layers'][number] | undefined => profile.layers[number - 1];
  const decades = (number: number): number => layer(number)?.gradient.log10Norm ?? Number.NaN;
  const variance = (number: number): number => layer(number)?.activation.variance ?? Number.NaN;
  return {
    signal: meanSquareRatio(profile, 1, 6),
    // a mean of logs: its shift of κ·4/(2n) = 0.6 % is far below the tolerance
    gradient: 10 ** (2 * (decades(2) - decades(6))),
    activation: variance(5) / variance(1),
  };
};
