/** Bins in a factor of ten: enough to see the shape of a normal distribution, whose sizes spread over some two decades. */
const perDecade = 4;

/** Width of a bin. **Unit** decades. */
export const binDecades: number = 1 / perDecade;

/** How large numbers are: the bin of log₁₀ = k/4 holds 10^(k/4) ≤ |x| < 10^((k+1)/4). All of float32 has a bin. */
export interface DecadeHistogram {
  /** log₁₀ of the lower edge of the first bin; null where no number has a bin. */
  readonly from: number | null;
  /** Numbers in each bin, from there upwards. The first and the last are not empty. */
  readonly counts: readonly number[];
  /** Numbers that are exactly zero. */
  readonly zero: number;
  /** NaN and ±∞. */
  readonly notFinite: number;
}

/** Counts one array after the other. */
export interface DecadeCounter {
  readonly add: (values: Float32Array) => void;
  readonly histogram: () => DecadeHistogram;
}

/**
 * A histogram of |x| in quarter decades. Positive floats are ordered as the integers their bits spell, so that a number finds its
 * bin by its first bits and one comparison of integers, four times as fast as by its logarithm.
 */
export const countDecades = (): DecadeCounter => {
  const counts = new Float64Array(edges.length - 1);
  let [zero, notFinite] = [0, 0];
  return {
    add: (values) => {
      const all = new Uint32Array(values.buffer, values.byteOffset, values.length);
      // an iterator would take most of the time
      for (let index = 0; index < all.length; index += 1) {
        const bits = (all[index] as number) & withoutSign;
        if (bits === 0) zero += 1;
        else if (bits >= infinity) notFinite += 1;
        else {
          const bin = climb(cellBins[bits >>> cellBits] as number, bits);
          counts[bin] = (counts[bin] as number) + 1;
        }
      }
    },
    histogram: () => {
      const taken = [...counts.keys()].filter((bin) => counts[bin] !== 0);
      const [first, last] = [taken[0], taken.at(-1)];
      if (first === undefined || last === undefined) return { from: null, counts: [], zero, notFinite };
      return { from: (lowest + first) / perDecade, counts: [...counts.subarray(first, last + 1)], zero, notFinite };
    },
  };
};

/** The bits of a float32 but its sign, and those of +∞, the smallest that is no number. */
const [withoutSign, infinity] = [0x7fffffff, 0x7f800000];

/** Quarter decades at or below the smallest positive float32, 10^−44.85, and above the largest, 10^38.53. */
const [lowest, highest] = [-45 * perDecade, 39 * perDecade];

/** The bits of the smallest float32 that is not below 10^(k/4), ascending. */
const edges: Uint32Array = Uint32Array.from({ length: highest - lowest + 1 }, (_, index) => {
  const edge = 10 ** ((lowest + index) / perDecade);
  const nearest = Float32Array.of(edge);
  const bits = new Uint32Array(nearest.buffer)[0] as number;
  return (nearest[0] as number) < edge ? bits + 1 : bits;
});

/** Exponent and three more bits name a cell. The first, of subnormal numbers, reaches over many bins; all others are narrower than one. */
const cellBits = 20;

/** The bin of a number, by its bits, looked for from `bin` upwards. */
const climb = (bin: number, bits: number): number => {
  let reached = bin;
  while (bits >= (edges[reached + 1] as number)) reached += 1;
  return reached;
};

/** The bin in which each cell begins. */
const cellBins: Uint16Array = Uint16Array.from({ length: infinity >>> cellBits }, (_, cell) => climb(0, cell << cellBits));
