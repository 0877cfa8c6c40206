import type { Stage } from '../layers/stage.ts';
import { type BuildSettings, type WeightsShape, weights } from './architecture.ts';

/** What the layers of a network work on: vectors, or images. */
export interface Medium {
  /** What a layer of weights is called in a report. */
  readonly layer: string;
  /** What comes before the first layer. */
  readonly entry: readonly Stage[];
  /** Units, of each position, that enter the first layer. */
  readonly inputs: number;
  /** Positions of the image at a row. */
  readonly positions: (row: number) => number;
  /** Weights of a row; `fanIn` counts the units of one position. */
  readonly weights: (shape: Omit<WeightsShape, 'taps'>) => readonly Stage[];
  /** How many positions a weight matrix reads. */
  readonly taps: number;
  /** What comes after a row that is not the last. */
  readonly after: (row: number) => readonly Stage[];
  /** What comes between the last hidden layer and the readout. */
  readonly exit: readonly Stage[];
  /** What it does to a squared gradient beside the layers themselves, in sentences; none for nothing. */
  readonly stories: readonly string[];
}

/** Vectors, on which a layer is a matrix. */
export const vectors = (settings: BuildSettings): Medium => ({
  layer: 'dense',
  entry: [],
  inputs: settings.features,
  positions: () => 1,
  weights: (shape) => [weights(settings, shape)],
  taps: 1,
  after: () => [],
  exit: [],
  stories: [],
});
