import { normalDensity, normalDistribution } from '../../numbers/normal.ts';
import { mean } from '../../numbers/statistics.ts';
import type { Clipping } from '../../parts/clippings/clipping.ts';
import { norm } from '../../parts/clippings/norm.ts';
import { value } from '../../parts/clippings/value.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import { normalStreams } from '../normal-streams.ts';
import type { Comparison } from '../outcome.ts';

/** What clipping does to the length of a gradient and to its direction. */
export const p19: RunnableClaim = {
  id: 'P19',
  claim:
    'Clipping by global norm, g ← g · min(1, θ/|g|), caps the norm and keeps the direction; clipping entry by entry turns the direction.',
  source: 'Pascanu, Mikolov & Bengio 2013, 1211.5063',
  takes: 'measuring',
  run: async (laboratory) => {
    const [byNorm, byValue] = [clipAll(laboratory, norm, 1), clipAll(laboratory, value, entryThreshold)];
    return [
      ...(['shortest', 'longest'] as const).map((which): Comparison => {
        const lengths = byNorm.map(({ length }) => length);
        const measured = which === 'shortest' ? Math.min(...lengths) : Math.max(...lengths);
        return { ...exactly, quantity: `norm of the ${which} of ${vectors} gradients, clipped by norm to 1`, measured };
      }),
      { ...exactly, quantity: 'cosine with the gradient, clipped by norm', measured: Math.min(...byNorm.map(cosineOf)) },
      {
        quantity: `cosine with the gradient, normal entries clipped to ±${entryThreshold}`,
        expected: cosineOfClippedNormals(entryThreshold),
        measured: mean(byValue.map(cosineOf)),
        // three standard errors: the cosines of single vectors scatter by 0.006
        tolerance: (3 * 0.006) / Math.sqrt(vectors),
        toleranceKind: 'absolute',
      },
    ];
  },
};

const [vectors, entries, entryThreshold] = [64, 1000, 0.1];

/** Rounding of float32 alone. */
const exactly = { expected: 1, tolerance: 1e-6, toleranceKind: 'absolute' } as const;

interface Clipped {
  readonly length: number;
  readonly cosine: number;
}

const cosineOf = ({ cosine }: Clipped): number => cosine;

/** Normal gradients, one per network, clipped together. */
const clipAll = ({ tf }: Laboratory, clipping: Clipping, threshold: number): readonly Clipped[] => {
  const gradients = Array.from({ length: vectors }, (_, network) => normalStreams(network)(entries));
  const clipped = tf.tidy(() => {
    const all = tf.stack(gradients.map((gradient) => tf.tensor1d(gradient)));
    const [result] = clipping.apply(tf, [all], threshold);
    return result?.dataSync() ?? new Float32Array(0);
  });
  return gradients.map((gradient, network) => {
    const after = clipped.subarray(network * entries, (network + 1) * entries);
    return { length: Math.hypot(...after), cosine: dot(gradient, after) / Math.hypot(...gradient) / Math.hypot(...after) };
  });
};

const dot = (one: ArrayLike<number>, other: ArrayLike<number>): number =>
  Array.from(one).reduce((sum, entry, index) => sum + entry * (other[index] as number), 0);

/** E[g·c] / √(E g² · E c²) of g ~ N(0, 1) and c = g clipped to ±θ: E[g·c] = P(|g| < θ), by Stein's identity. */
const cosineOfClippedNormals = (threshold: number): number => {
  const inside = 2 * normalDistribution(threshold) - 1;
  const clippedSquare = inside - 2 * threshold * normalDensity(threshold) + threshold ** 2 * (1 - inside);
  return inside / Math.sqrt(clippedSquare);
};
