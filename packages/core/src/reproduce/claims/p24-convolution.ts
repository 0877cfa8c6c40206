import { leastSquaresSlope } from '../../numbers/statistics.ts';
import { linear } from '../../parts/activations/linear.ts';
import { relu } from '../../parts/activations/relu.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import { cnn } from '../../parts/architectures/cnn.ts';
import { deltaOrthogonal } from '../../parts/initializers/delta-orthogonal.ts';
import { pairsWith } from '../../parts/tasks/pairs.ts';
import { fixedPoint } from '../../theory/fixed-point.ts';
import type { RunnableClaim } from '../claim.ts';
import { fourierMode } from '../fourier-mode.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import { logMeanSquare, logRatios, meanSquareRatio } from '../signals.ts';

/** Convolutional nets on a circle have the mean field of fully connected ones; waves of energy along the circle die out. */
export const p24: RunnableClaim = {
  id: 'P24',
  claim:
    'Convolutional mean field: χ₁ and the critical line equal the fully connected ones; delta-orthogonal kernels give isometry at any depth; a wave θ of the gradient energy decays as ((1 + 2cos θ)/3)^L under kernels of width 3.',
  source: 'Xiao et al. 2018, 1806.05393',
  takes: 'measuring',
  run: async (laboratory) => [
    await compareHe(laboratory),
    await compareFactor(laboratory),
    await compareIsometry(laboratory),
    await compareCritical(laboratory),
    {
      quantity: 'energy of the mode 1/16 after 6 layers',
      expected: ((1 + 2 * Math.cos((2 * Math.PI) / 16)) / 3) ** 6,
      measured: fourierMode({ sites: 16, channels: 48, layers: 6, networks: 400 }),
      // three times what chance does: √(14 / (channels · networks)) per position, √(2/16) of it in the mode
      tolerance: 0.03,
      toleranceKind: 'absolute',
    },
  ],
};

/** A circle of twelve positions under kernels of width 3. */
const circle = { net: cnn, dims: 1, size: 12, kernel: 3 };

const compareHe = async (laboratory: Laboratory): Promise<Comparison> => {
  const layers = 20;
  const net = { activation: relu, gain: 2, depth: layers + 1, width: 64, seeds: 160, parts: circle };
  return {
    quantity: `|g_0|² / |g_${layers}|², He relu`,
    expected: 1,
    measured: meanSquareRatio(await laboratory.measure(net), 1, layers + 1),
    tolerance: 0.15,
    toleranceKind: 'relative',
  };
};

const compareFactor = async (laboratory: Laboratory): Promise<Comparison> => {
  const layer = { gain: 2.5, bias: 0.05 };
  const { qStar, chi1 } = fixedPoint(tanh, layer);
  const task = pairsWith({ correlation: 0, secondMoment: ((qStar ?? Number.NaN) - layer.bias) / layer.gain });
  const net = { activation: tanh, ...layer, depth: 30, width: 100, seeds: 16, batch: 4, task, parts: circle };
  const profile = await laboratory.measure(net);
  const points = Array.from({ length: 21 }, (_, index) => ({ x: -(index + 5), y: logMeanSquare(profile, index + 5) }));
  return {
    quantity: `|d|² factor per layer, tanh at σ_w² = ${layer.gain}`,
    expected: chi1 ?? Number.NaN,
    measured: Math.exp(leastSquaresSlope(points)),
    tolerance: 0.02,
    toleranceKind: 'relative',
  };
};

const compareIsometry = async (laboratory: Laboratory): Promise<Comparison> => {
  const depth = 500;
  const net = { activation: linear, initializer: deltaOrthogonal, depth, width: 64, seeds: 4, parts: circle };
  const distances = logRatios(await laboratory.measure(net), 1, depth).map((nats) => Math.abs(Math.expm1(nats)));
  return {
    quantity: `max | |g_0|² / |g_L|² − 1 |, ${depth} delta-orthogonal linear layers`,
    expected: 0,
    measured: distances.length === 0 ? Number.NaN : Math.max(...distances),
    // rounding of float32, layer by layer
    tolerance: 1e-4,
    toleranceKind: 'absolute',
  };
};

/** Layers near the input, where the signal has not settled, are left out. */
const compareCritical = async (laboratory: Laboratory): Promise<Comparison> => {
  const [depth, settled] = [1000, 300];
  const critical = { gain: 1.05, bias: 2.01e-5 };
  const net = { activation: tanh, initializer: deltaOrthogonal, ...critical, depth, width: 64, seeds: 4, parts: circle };
  const profile = await laboratory.measure(net);
  const nats = logMeanSquare(profile, settled) - logMeanSquare(profile, depth);
  return {
    quantity: `|d|² factor per layer, delta-orthogonal tanh of ${depth} layers at (1.05, 2.01e-5)`,
    expected: 1,
    measured: Math.exp(nats / (depth - settled)),
    tolerance: 5e-4,
    toleranceKind: 'relative',
  };
};
