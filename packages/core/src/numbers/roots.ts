interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A root of a continuous function between two points where its signs differ, to double precision.
 *
 * **Throws** RangeError where the signs do not differ. **Source** Chandrupatla, A new hybrid quadratic/bisection algorithm,
 * Advances in Engineering Software 28 (1997).
 */
export const bracketedRoot = (of: (x: number) => number, low: number, high: number): number => {
  const at = (x: number): Point => ({ x, y: of(x) });
  let [newest, other] = [at(high), at(low)];
  if (!(newest.y * other.y <= 0)) throw new RangeError(`no change of sign between ${low} and ${high}`);
  let share = 1 / 2;
  // bisection alone needs about 1100 halvings over the range of doubles
  for (let iteration = 0; iteration < 1200; iteration += 1) {
    const point = at(newest.x + share * (other.x - newest.x));
    const isSameSide = Math.sign(point.y) === Math.sign(newest.y);
    const third = isSameSide ? newest : other;
    other = isSameSide ? other : newest;
    newest = point;
    const best = Math.abs(other.y) < Math.abs(newest.y) ? other : newest;
    const least = (2 * Number.EPSILON * Math.abs(best.x) + Number.MIN_VALUE) / Math.abs(other.x - newest.x);
    if (best.y === 0 || least > 1 / 2) return best.x;
    share = Math.min(1 - least, Math.max(least, nextShare(newest, other, third)));
  }
  return newest.x;
};

/** How far to go from the newest point to the other end of the bracket: by inverse quadratic interpolation where it is safe, else half. */
const nextShare = (newest: Point, other: Point, third: Point): number => {
  const position = (newest.x - other.x) / (third.x - other.x);
  const height = (newest.y - other.y) / (third.y - other.y);
  if (!(height ** 2 < position && (1 - height) ** 2 < 1 - position)) return 1 / 2;
  const first = (newest.y / (other.y - newest.y)) * (third.y / (other.y - third.y));
  const ratio = (third.x - newest.x) / (other.x - newest.x);
  return first + ratio * (newest.y / (third.y - newest.y)) * (other.y / (third.y - other.y));
};
