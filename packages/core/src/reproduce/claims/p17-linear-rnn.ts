import { fillPhilox } from '../../numbers/philox.ts';
import { normalsFrom } from '../../numbers/sixteen-bits.ts';
import { mean } from '../../numbers/statistics.ts';
import { linear } from '../../parts/activations/linear.ts';
import { sigmoid } from '../../parts/activations/sigmoid.ts';
import { rnn } from '../../parts/architectures/rnn.ts';
import { lecunNormal } from '../../parts/initializers/lecun-normal.ts';
import { orthogonal } from '../../parts/initializers/orthogonal.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { logRatios } from '../signals.ts';

/** What the spectrum of the recurrent matrix does to a gradient over time. */
export const p17: RunnableClaim = {
  id: 'P17',
  claim:
    'A linear RNN with weights g·orthogonal multiplies the gradient by exactly g per step; with Gaussian weights the top singular value is 2g and the long-time rate is the spectral radius, close to g; σ_max < 1/γ makes every gradient vanish.',
  source: 'Pascanu, Mikolov & Bengio 2013, 1211.5063; Sompolinsky et al. 1988',
  takes: 'measuring',
  run: async (laboratory) => [
    await compareOrthogonal(laboratory, 0.9),
    await compareOrthogonal(laboratory, 1.1),
    await topSingularValue(laboratory),
    await longTimeRate(laboratory),
    rateOfRadius(),
    await largestGain(laboratory),
  ],
};

const width = 200;
const linearNet = { activation: linear, width, parts: { net: rnn, input: 0 } } as const;

const compareOrthogonal = async (laboratory: Laboratory, g: number): Promise<Comparison> => {
  const net: PlainNet = { ...linearNet, initializer: orthogonal, gain: g * g, depth: 101, seeds: 4 };
  return {
    quantity: `ln|v_T| / T, ${g} · orthogonal`,
    expected: Math.log(g),
    measured: mean(logRatios(await laboratory.measure(net), 1, 101)) / 2 / 100,
    tolerance: 1e-6,
    toleranceKind: 'absolute',
  };
};

/** The Jacobian of one step is the recurrent matrix itself. */
const topSingularValue = async (laboratory: Laboratory): Promise<Comparison> => {
  const net: PlainNet = { ...linearNet, initializer: lecunNormal, gain: 1, depth: 1, seeds: 4 };
  const { spectrum } = await laboratory.measure(net, { spectrum: true });
  return {
    quantity: 'σ_max / g, Gaussian weights',
    expected: 2,
    measured: mean((spectrum?.singularValues ?? []).map(([largest = Number.NaN]) => largest)),
    // finite width: 1.962 at n = 200
    tolerance: 0.03,
    toleranceKind: 'relative',
  };
};

/** Over the second half of a long sequence the largest eigenvalues alone are left, whose size is ρ ≈ g (1 + O(√(ln n / n))). */
const longTimeRate = async (laboratory: Laboratory): Promise<Comparison> => {
  const net: PlainNet = { ...linearNet, initializer: lecunNormal, gain: 1, depth: 1001, seeds: 10 };
  return {
    quantity: 'long-time factor of |v| per step / g, Gaussian weights',
    expected: 1,
    measured: mean(logRatios(await laboratory.measure(net), 1, 501).map((nats) => Math.exp(nats / 2 / 500))),
    // finite width: ρ / g = 1.041 at n = 200
    tolerance: 0.08,
    toleranceKind: 'relative',
  };
};

/** A matrix whose dominant eigenvalues are known: a scaled rotation beside Gaussian weights that are smaller. */
const rateOfRadius = (): Comparison => {
  const [small, radius] = [60, 1.2];
  const weights = gaussianMatrix(small);
  let vector: Float64Array = Float64Array.from({ length: small + 2 }, (_, unit) => (unit % 2 === 0 ? 1 : -1));
  const [steps, before] = [2000, 1000];
  let logLength = 0;
  for (let step = 1; step <= steps; step += 1) {
    vector = multiply(weights, small, radius, vector);
    const length = Math.hypot(...vector);
    vector = vector.map((entry) => entry / length);
    if (step > before) logLength += Math.log(length);
  }
  return {
    quantity: 'long-time factor of |v| per step / ρ(W), a matrix of known radius',
    expected: 1,
    measured: Math.exp(logLength / (steps - before)) / radius,
    tolerance: 1e-3,
    toleranceKind: 'relative',
  };
};

/** 0.5·W/√n on the first units, ρ·rotation on the last two, which see the others and are not seen by them. */
const multiply = (weights: Float32Array, size: number, radius: number, vector: Float64Array): Float64Array => {
  const [x, y] = [vector[size] as number, vector[size + 1] as number];
  const next = new Float64Array(size + 2);
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += (weights[row * size + column] as number) * (vector[column] as number);
    next[row] = (0.5 / Math.sqrt(size)) * sum + 0.3 * x;
  }
  next[size] = radius * (Math.cos(1) * x - Math.sin(1) * y);
  next[size + 1] = radius * (Math.sin(1) * x + Math.cos(1) * y);
  return next;
};

const gaussianMatrix = (size: number): Float32Array => {
  const words = new Uint32Array(4 * Math.ceil((size * size) / 8));
  fillPhilox(words, { key: [0, 17], counter: [0, 0, 0, 0] });
  return normalsFrom(words).subarray(0, size * size);
};

/** Sigmoid slopes are at most 1/4, so σ_max = 3.9 lets no step pass more than 0.975 of a gradient. */
const largestGain = async (laboratory: Laboratory): Promise<Comparison> => {
  const net: PlainNet = {
    activation: sigmoid,
    initializer: orthogonal,
    gain: 3.9 ** 2,
    depth: 51,
    width,
    seeds: 4,
    parts: { net: rnn },
  };
  const profile = await laboratory.measure(net);
  const gains = profile.layers
    .slice(1)
    .flatMap((_, row) => logRatios(profile, row + 1, row + 2).map((nats) => Math.exp(nats / 2)));
  return {
    quantity: 'largest factor of |v| in one step above 0.975, sigmoid with σ_max = 3.9',
    expected: 0,
    measured: gains.length === 0 ? Number.NaN : Math.max(0, ...gains.map((gain) => gain - 0.975)),
    tolerance: 1e-6,
    toleranceKind: 'absolute',
  };
};
