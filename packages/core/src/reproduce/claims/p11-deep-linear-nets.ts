import { linear } from '../../parts/activations/linear.ts';
import { orthogonal } from '../../parts/initializers/orthogonal.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';

/** Orthogonal weights keep every singular value of a deep linear net at one; the time a mode needs has a closed form. */
export const p11: RunnableClaim = {
  id: 'P11',
  claim:
    'Deep linear nets: orthogonal init keeps every singular value at 1 at any depth; a two-layer mode is learnt after t = ln[a_f(s − a₀)/(a₀(s − a_f))]/(2s).',
  source: 'Saxe, McClelland & Ganguli 2013, 1312.6120',
  takes: 'measuring',
  run: async (laboratory) => [
    await dynamicalIsometry(laboratory, 10),
    await dynamicalIsometry(laboratory, 100),
    asPrinted('theory: time to learn a mode', '1.51129', closedFormTime),
    {
      quantity: 'time to learn a mode, gradient descent',
      expected: closedFormTime,
      measured: descentTime(),
      tolerance: 0.002,
      toleranceKind: 'relative',
    },
  ],
};

const dynamicalIsometry = async (laboratory: Laboratory, depth: number): Promise<Comparison> => {
  const net = { activation: linear, initializer: orthogonal, depth, width: 100, seeds: 4 };
  const { spectrum } = await laboratory.measure(net, { spectrum: true });
  const distances = (spectrum?.singularValues ?? []).flat().map((value) => Math.abs(value - 1));
  return {
    quantity: `max |s − 1| of ${depth} orthogonal layers`,
    expected: 0,
    measured: distances.length === 0 ? Number.NaN : Math.max(...distances),
    // rounding of float32, layer by layer
    tolerance: 1e-5 * depth,
    toleranceKind: 'absolute',
  };
};

/** Strength of the mode to be learnt, of the mode at the start, and where it counts as learnt. */
const [strength, start, learnt] = [3, 0.01, 2.9];

const closedFormTime = Math.log((learnt * (strength - start)) / (start * (strength - learnt))) / (2 * strength);

/** Gradient descent on ½(s − ab)² from a = b = √a₀, in units of the learning rate. */
const descentTime = (): number => {
  const rate = 1e-3;
  let [a, b, steps] = [Math.sqrt(start), Math.sqrt(start), 0];
  while (a * b < learnt) {
    const error = strength - a * b;
    [a, b] = [a + rate * error * b, b + rate * error * a];
    steps += 1;
  }
  return steps * rate;
};
