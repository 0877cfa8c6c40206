import { relu } from '../../parts/activations/relu.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import { resnet } from '../../parts/architectures/resnet.ts';
import { mid } from '../../parts/orders/mid.ts';
import { gaussianAverages } from '../../theory/averages.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { lengthRatio, meanSquareRatio, predictedRatio } from '../signals.ts';

/** tanh residual nets grow slower than exponentially. */
export const p16: RunnableClaim = {
  id: 'P16',
  claim:
    'In tanh ResNets E x² grows linearly and the squared gradient like exp(2A√l), A = (4/3) σ_v σ_w / √(2π); in ReLU ResNets it grows exponentially with base 1 + σ_v² σ_w² / 2.',
  source: 'Yang & Schoenholz 2017, 1712.08969; the constant A derived for this project',
  takes: 'measuring',
  run: async (laboratory) => [
    ...(await compareTanh(laboratory)),
    await compareRelu(laboratory),
    {
      quantity: 'slope of ln |g_0|²/|g_l|² against √l between l = 10,000 and 40,000 of the recursion',
      expected: 8 / 3 / Math.sqrt(2 * Math.PI),
      measured: slopeOfRecursion(10_000, 40_000),
      tolerance: 0.01,
      toleranceKind: 'relative',
    },
  ],
};

const parts = { net: resnet, order: mid } as const;

const compareTanh = async (laboratory: Laboratory): Promise<readonly Comparison[]> => {
  const net: PlainNet = { activation: tanh, gain: 1, depth: 101, width: 300, seeds: 10, parts };
  const prediction = laboratory.predict(net);
  const [length, growth] = [prediction.layers[100]?.q ?? Number.NaN, Math.log(predictedRatio(prediction, 1, 101))];
  const profile = await laboratory.measure(net);
  const tolerance = { tolerance: 0.05, toleranceKind: 'relative' } as const;
  return [
    asPrinted('theory: E x_100²', '84.45', length),
    asPrinted('theory: ln |g_0|² / |g_100|²', '10.55', growth),
    { quantity: 'E x_100² / E x_0²', expected: length, measured: lengthRatio(profile, 101, 1), ...tolerance },
    { quantity: 'ln |g_0|² / |g_100|²', expected: growth, measured: Math.log(meanSquareRatio(profile, 1, 101)), ...tolerance },
  ];
};

const compareRelu = async (laboratory: Laboratory): Promise<Comparison> => {
  const net: PlainNet = { activation: relu, gain: 1, depth: 21, width: 300, seeds: 10, batch: 4, parts };
  return {
    quantity: 'factor of |g|² per block, ReLU',
    expected: 1.5,
    measured: meanSquareRatio(await laboratory.measure(net), 1, 21) ** (1 / 20),
    // 1.495 ± 0.007 as published: three standard errors
    tolerance: 0.02,
    toleranceKind: 'absolute',
  };
};

const slopeOfRecursion = (from: number, to: number): number => {
  const { secondMoment, slopeSecondMoment } = gaussianAverages(tanh);
  let [length, log, logAtStart] = [1, 0, 0];
  for (let block = 1; block <= to; block += 1) {
    log += Math.log1p(slopeSecondMoment(length));
    length += secondMoment(length);
    if (block === from) logAtStart = log;
  }
  return (log - logAtStart) / (Math.sqrt(to) - Math.sqrt(from));
};
