/** Ends of a range, and how many points are wanted. */
export interface Spacing {
  readonly low: number;
  readonly high: number;
  readonly points: number;
  /** Whether only whole numbers count. */
  readonly isWhole: boolean;
}

/** From this ratio of ends on, points are spaced by equal factors: linear points would crowd at the high end. */
const logarithmicFrom = 8;

/** Whether points between these ends are spaced by equal factors. */
export const isLogarithmic = ({ low, high }: Pick<Spacing, 'low' | 'high'>): boolean => low > 0 && high / low >= logarithmicFrom;

/** Well-spaced points from low to high, both included, ascending and distinct: equal factors where low > 0 and high/low ≥ 8, else equal steps. */
export const spacePoints = ({ low, high, points, isWhole }: Spacing): readonly number[] => {
  const byFactors = isLogarithmic({ low, high });
  const inner = Array.from({ length: points }, (_, index) => {
    const share = index / (points - 1);
    const point = byFactors ? low * (high / low) ** share : low + (high - low) * share;
    return isWhole ? Math.round(point) : roundToFour(point);
  });
  const between = inner.slice(1, -1).filter((point) => point > low && point < high);
  return [...new Set([low, ...between, high])];
};

/** Four digits tell neighbouring points apart and still read well. */
const roundToFour = (point: number): number => Number(point.toPrecision(4));
