import type { RunnableClaim } from '../claim.ts';
import { normalStreams } from '../normal-streams.ts';

/** Gradients of two inputs lose half of their correlation per relu layer where their gates are independent. */
export const p13: RunnableClaim = {
  id: 'P13',
  claim: 'Shattering: with gates that are decorrelated between two inputs the gradient correlation of a plain net is (1/2)^L.',
  source: 'Balduzzi et al. 2017, 1702.08591',
  takes: 'measuring',
  run: async () =>
    [2, 4].map((layers) => ({
      quantity: `E g_i·g_j / E|g|², independent gates, L = ${layers}`,
      expected: 0.5 ** layers,
      measured: gradientCorrelation(layers),
      tolerance: 0.02,
      toleranceKind: 'absolute' as const,
    })),
};

const [width, networks] = [150, 400];

/** E g_i·g_j / E|g|² over networks whose two inputs open each gate with probability ½, independently (co-activation ¼). */
const gradientCorrelation = (layers: number): number => {
  let [dot, squares] = [0, 0];
  for (let network = 0; network < networks; network += 1) {
    const draw = normalStreams(network);
    let one: Float64Array = Float64Array.from(draw(width));
    let other = one;
    for (let layer = 0; layer < layers; layer += 1) {
      const weights = draw(width * width);
      one = backThrough(weights, one, draw(width));
      other = backThrough(weights, other, draw(width));
    }
    dot += product(one, other);
    squares += (product(one, one) + product(other, other)) / 2;
  }
  return dot / squares;
};

/** √(2/n) Wᵀ(gate ⊙ g): a He layer whose gates are open where their number is positive. */
const backThrough = (weights: Float32Array, gradient: Float64Array, gates: Float32Array): Float64Array => {
  const back = new Float64Array(width);
  for (const [unit, gate] of gates.entries()) {
    if (gate <= 0) continue;
    const signal = Math.sqrt(2 / width) * (gradient[unit] as number);
    for (let input = 0; input < width; input += 1) {
      back[input] = (back[input] as number) + signal * (weights[unit * width + input] as number);
    }
  }
  return back;
};

const product = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, unit) => sum + value * (other[unit] as number), 0);
