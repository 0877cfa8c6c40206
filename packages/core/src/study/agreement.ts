import { shortNumber } from '../verdict/words.ts';
import type { Point } from './point.ts';

/** How far measured slopes lie from theory's, in a sentence; null where there is none of either. */
export const agreement = (points: readonly (Point | null)[]): string | null => {
  const distances = points
    .flatMap((point) => {
      const [measured, expected] = [point?.decadesPerLayer.value ?? null, point?.theory?.decadesPerLayer ?? null];
      return measured === null || expected === null ? [] : [Math.abs(measured - expected)];
    })
    .sort((one, other) => one - other);
  const [median, most] = [distances[Math.floor(distances.length / 2)], distances.at(-1)];
  return median === undefined || most === undefined
    ? null
    : `measured slopes lie within ${shortNumber(median)} decades per layer of theory in the median, ${shortNumber(most)} at most`;
};
