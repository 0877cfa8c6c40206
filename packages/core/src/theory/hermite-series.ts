/**
 * E f(u₁) f(u₂) as a power series of the correlation, Σ aₖ² cᵏ with aₖ = E f(√q z) Heₖ(z) / √k!.
 *
 * The series is extended as far as a correlation needs: what is left out is at most |c|ᵏ⁺¹ (E f² − Σ aₖ²), by Parseval.
 * **Source** Mehler 1866; used for mean fields by Daniely, Frostig & Singer 2016, 1602.05897.
 */
export interface HermiteSeries {
  /** The sum at correlation c; null where the longest series allowed does not settle it to 2e-14 of E f². */
  readonly at: (c: number) => number | null;
}

/** Beyond this degree the polynomials oscillate faster than the quadrature's sixteen nodes a panel resolve. */
const highestDegree = 400;

/** Relative to E f²; the rounding of the sum itself is about 1e-15. */
const tolerance = 2e-14;

/** The series of a function given by its values at the nodes of a quadrature over z. */
export const hermiteSeries = (nodes: Float64Array, weights: Float64Array, values: Float64Array): HermiteSeries => {
  const weighted = values.map((value, index) => value * (weights[index] as number));
  const total = dot(weighted, values);
  const squares: number[] = [];
  /** E f² less the terms before each degree. */
  const remainders: number[] = [total];
  let polynomials: Polynomials = {
    degree: 0,
    previous: new Float64Array(nodes.length),
    current: new Float64Array(nodes.length).fill(1),
  };
  const extend = (): void => {
    const square = dot(weighted, polynomials.current) ** 2;
    remainders.push((remainders.at(-1) as number) - square);
    squares.push(square);
    polynomials = raise(nodes, polynomials);
  };
  /** How many terms this correlation needs, however many another one needed before: the sum must not depend on who asked first. */
  const termsFor = (c: number): number | null => {
    let power = 1;
    for (let count = 0; ; count += 1) {
      if (!(power * (remainders[count] as number) > tolerance * total)) return count;
      if (count > highestDegree) return null;
      if (count === squares.length) extend();
      power *= Math.abs(c);
    }
  };
  return {
    at: (c) => {
      const count = termsFor(c);
      return count === null ? null : squares.slice(0, count).reduceRight((sum, square) => sum * c + square, 0);
    },
  };
};

interface Polynomials {
  readonly degree: number;
  readonly previous: Float64Array;
  readonly current: Float64Array;
}

/** Normalised Hermite polynomials of the next degree: √(k+1) hₖ₊₁ = z hₖ − √k hₖ₋₁. Overwrites the previous one. */
const raise = (nodes: Float64Array, { degree, previous, current }: Polynomials): Polynomials => {
  const [back, scale] = [Math.sqrt(degree), 1 / Math.sqrt(degree + 1)];
  for (let index = 0; index < nodes.length; index += 1) {
    previous[index] = ((nodes[index] as number) * (current[index] as number) - back * (previous[index] as number)) * scale;
  }
  return { degree: degree + 1, previous: current, current: previous };
};

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] as number) * (other[index] as number);
  return sum;
};
