import type { Form } from '../form.ts';
import { globalAverage } from '../layers/global-average.ts';
import { positionsOf, type Sides } from '../layers/grid.ts';
import { layOut } from '../layers/lay-out.ts';
import { canHalve, halved, pool } from '../layers/pool.ts';
import { centreOf } from '../layers/reach.ts';
import { unfold } from '../layers/unfold.ts';
import { type BuildSettings, keptPerActivation, type NetworkSize, type SizeSettings, weights } from './architecture.ts';
import type { Medium } from './medium.ts';

/** The keys that shape images and kernels. */
export const imageKeys: readonly string[] = ['kernel', 'padding', 'dims', 'size', 'pool'];

/** Images, on which a layer is a convolution to as many channels as the network is wide. */
export const images = (settings: BuildSettings): Medium => {
  const { kernel, dims, size, depth, padding, init, features } = settings;
  const sides = (row: number): Sides => sidesAt(settings, row);
  const taps = { count: kernel ** dims, centre: centreOf(kernel, dims) };
  const channels = features / positionsOf(sides(0));
  const isCentred = init.law.isCentred ?? false;
  return {
    layer: 'conv',
    entry: [layOut(sides(0), channels)],
    inputs: channels,
    positions: (row) => positionsOf(sides(row)),
    weights: (shape) => [
      unfold({ sides: sides(shape.row), channels: shape.fanIn, kernel, padding, isCentred }),
      weights(settings, { ...shape, fanIn: shape.fanIn * taps.count, taps }),
    ],
    taps: taps.count,
    after: (row) => (isPooled(settings, row) ? [pool(sides(row))] : []),
    exit: [globalAverage(sides(depth - 1))],
    stories: [
      ...(padding.story === null || isCentred || kernel === 1 ? [] : [padding.story]),
      ...(sides(depth - 1)[0] === size ? [] : [pooledStory]),
    ],
  };
};

const pooledStory =
  'Pooling leaves every position its share of the gradient of an average; weights, which see the sum over positions, do not notice.';

/** Inputs as an image. */
export const imageForm = (settings: SizeSettings): Form => ({
  kind: 'image',
  sides: sidesAt(settings, 0),
  field: 'size',
  isReadEverywhere: false,
});

/** Images with taps side by side live until a pass ends: once forward, once back. */
const copiesPerImage = (kernel: number, dims: number): number => 2 * kernel ** dims;

/** The size of a network of convolutions, with `matrices` of them in a row. */
export const sizeOfImages = (settings: SizeSettings, matrices: number, activations: number): NetworkSize => {
  const { depth, width, kernel, dims } = settings;
  const taps = kernel ** dims;
  const rows = Array.from({ length: depth }, (_, row) => positionsOf(sidesAt(settings, row)));
  const positions = rows.reduce((sum, count) => sum + count, 0);
  return {
    weights: depth * matrices * taps * width * width,
    products: positions * matrices * taps * width * width,
    kept: positions * width * (activations * keptPerActivation + matrices * copiesPerImage(kernel, dims)),
    outputs: (rows.at(-1) ?? 1) * width,
  };
};

/** The sides of the image at a row: halved after every `pool` rows while all of them are even. */
const sidesAt = (settings: SizeSettings, row: number): Sides => {
  const { dims, size, pool: every } = settings;
  const poolings = every === 0 ? 0 : Math.floor(row / every);
  let sides: Sides = Array<number>(dims).fill(size);
  for (let done = 0; done < poolings && canHalve(sides); done += 1) sides = halved(sides);
  return sides;
};

const isPooled = (settings: SizeSettings, row: number): boolean =>
  row < settings.depth - 1 && sidesAt(settings, row + 1)[0] !== sidesAt(settings, row)[0];
