import type { ForeignLayer } from './foreign-layer.ts';

/** Where a layer's units stand in its tensors: how many there are, and how many entries lie from one to the next. */
export interface UnitAxis {
  readonly units: number;
  readonly stride: number;
}

/** The last axis, or the one behind the batch where channels come first. */
export const unitAxis = (layer: ForeignLayer | null, shape: readonly number[]): UnitAxis => {
  const isFirst = shape.length > 2 && layer?.getConfig()['dataFormat'] === 'channelsFirst';
  const axis = isFirst ? 1 : shape.length - 1;
  return { units: shape[axis] ?? 1, stride: shape.slice(axis + 1).reduce((product, size) => product * size, 1) };
};
