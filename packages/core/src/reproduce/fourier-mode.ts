import { normalStreams } from './normal-streams.ts';

/** A circle of positions under kernels of width 3 without activations, where the energy of a gradient does nothing but spread. */
export interface Circle {
  readonly sites: number;
  readonly channels: number;
  readonly layers: number;
  readonly networks: number;
}

/**
 * Amplitude of the slowest wave of the gradient's energy along a circle, over that at the loss, where it is a wave itself:
 * E |g(p)|² = 1 + cos(2πp/S). The mean over networks is taken apart, position by position.
 */
export const fourierMode = ({ sites, channels, layers, networks }: Circle): number => {
  const energies = new Float64Array(sites);
  for (let network = 0; network < networks; network += 1) {
    const draw = normalStreams(network);
    let gradient = startOf(draw(sites * channels), sites);
    for (let layer = 0; layer < layers; layer += 1) gradient = backThrough(draw, gradient, channels);
    for (const [position, channelsOfOne] of gradient.entries())
      energies[position] = (energies[position] as number) + channelsOfOne.reduce((sum, value) => sum + value * value, 0);
  }
  return amplitudeOf(energies);
};

const wave = (position: number, sites: number): number => Math.cos((2 * Math.PI * position) / sites);

const startOf = (normals: Float32Array, sites: number): readonly Float64Array[] => {
  const channels = normals.length / sites;
  return Array.from({ length: sites }, (_, position) => {
    const scale = Math.sqrt(1 + wave(position, sites));
    return Float64Array.from(normals.subarray(position * channels, (position + 1) * channels), (value) => value * scale);
  });
};

/** Σ over taps of W_tap · g(p − tap), Var W = 1/(3 · channels). */
const backThrough = (
  draw: (count: number) => Float32Array,
  gradient: readonly Float64Array[],
  channels: number,
): readonly Float64Array[] => {
  const scale = 1 / Math.sqrt(3 * channels);
  const kernel = [-1, 0, 1].map((tap) => ({ tap, weights: draw(channels * channels) }));
  return gradient.map((_, position) => {
    const back = new Float64Array(channels);
    for (const { tap, weights } of kernel) {
      const from = gradient[(position - tap + gradient.length) % gradient.length] as Float64Array;
      for (let input = 0; input < channels; input += 1) {
        let sum = 0;
        for (let output = 0; output < channels; output += 1)
          sum += (weights[input * channels + output] as number) * (from[output] as number);
        back[input] = (back[input] as number) + scale * sum;
      }
    }
    return back;
  });
};

/** Amplitude of the slowest wave, relative to the mean energy. */
const amplitudeOf = (energies: Float64Array): number => {
  const total = energies.reduce((sum, energy) => sum + energy, 0);
  const waves = energies.reduce((sum, energy, position) => sum + energy * wave(position, energies.length), 0);
  return (2 * waves) / total;
};
