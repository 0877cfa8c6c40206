import { normalRule } from '../numbers/gauss-legendre.ts';
import { bends } from './gaussian-sample.ts';

/** A function of one pre-activation and where its panels have to split. */
export interface PairIntegrand {
  readonly of: (u: number) => number;
  readonly kinks: readonly number[];
}

/** Where the averaged function of the half sum turns around a kink, in deviations of the half difference. */
const turns: readonly number[] = [-9, -4, -2, -1, 0, 1, 2, 4, 9];

/** Below this deviation of the half difference a smooth unit needs no splitting of the inner panels. */
const gentle = 0.3;

/**
 * E f(u₁) f(u₂) for two pre-activations of variance q and correlation −1 < c < 1, by nested quadrature.
 *
 * In half sum m and half difference d, which are independent with variances q(1 ± c)/2: f(m + d) f(m − d) is even in d, and
 * the inner panels split where m ± d meets a kink. Twice as fast as integrating over u₂ given u₁, and exact near c = 1.
 */
export const pairAverage = ({ of, kinks }: PairIntegrand, q: number, c: number): number => {
  const sumDeviation = Math.sqrt((q * (1 + c)) / 2);
  const differenceDeviation = Math.sqrt((q * (1 - c)) / 2);
  const marks = differenceDeviation > gentle ? [...kinks, ...bends] : kinks;
  const outer = normalRule([
    ...bends.map((u) => u / sumDeviation),
    ...kinks.flatMap((kink) => turns.map((turn) => (kink + turn * differenceDeviation) / sumDeviation)),
  ]);
  return outer.nodes.reduce((sum, z, index) => {
    const middle = z * sumDeviation;
    const inner = normalRule(
      marks.map((mark) => Math.abs(mark - middle) / differenceDeviation),
      'right',
    );
    return sum + (outer.weights[index] as number) * innerAverage(of, middle, differenceDeviation, inner);
  }, 0);
};

const innerAverage = (
  of: (u: number) => number,
  middle: number,
  deviation: number,
  { nodes, weights }: { readonly nodes: Float64Array; readonly weights: Float64Array },
): number => {
  let sum = 0;
  for (let index = 0; index < nodes.length; index += 1) {
    const difference = (nodes[index] as number) * deviation;
    sum += (weights[index] as number) * of(middle + difference) * of(middle - difference);
  }
  return 2 * sum;
};
