import type { Padding } from '../paddings/padding.ts';
import { coordinatesOf, everyPosition, positionAt, type Sides } from './grid.ts';

/** A kernel on an image. */
export interface KernelSettings {
  readonly sides: Sides;
  readonly kernel: number;
  readonly padding: Padding;
}

/** A position that a kernel reads, and the share of its weights' variance that is spent there. */
export interface Tap {
  readonly position: number;
  readonly share: number;
}

/** What the kernel at every position reads; a tap that finds nothing is left out. */
export interface Reach {
  readonly sides: Sides;
  /** How many taps a kernel has, found or not. */
  readonly taps: number;
  readonly from: readonly (readonly Tap[])[];
  /** The first position that is a mirror image of each. */
  readonly like: readonly number[];
}

/** Where the taps of a kernel lie along one side; an even kernel reaches one further towards the end. */
export const offsetsOf = (kernel: number): readonly number[] =>
  Array.from({ length: kernel }, (_, tap) => tap - Math.floor((kernel - 1) / 2));

/** The tap that reads the position itself, in the order of channels. */
export const centreOf = (kernel: number, dims: number): number =>
  positionAt(Array<number>(dims).fill(kernel), Array<number>(dims).fill(Math.floor((kernel - 1) / 2)));

/** Whether the kernel finds something at each of its taps, wherever it stands. */
export const seesAll = ({ sides, kernel, padding }: KernelSettings): boolean =>
  sides.every((side) => offsetsOf(kernel).every((by) => [0, side - 1].every((at) => padding.source(at + by, side) !== null)));

/** A kernel whose weights all have the same variance. */
export const reachOf = ({ sides, kernel, padding }: KernelSettings): Reach => {
  const taps = kernel ** sides.length;
  const offsets = Array.from({ length: taps }, (_, tap) =>
    coordinatesOf(Array<number>(sides.length).fill(kernel), tap).map((at) => offsetsOf(kernel)[at] as number),
  );
  const from = everyPosition(sides).map((at) =>
    offsets.flatMap((by) => {
      const sources = at.map((coordinate, axis) => padding.source(coordinate + (by[axis] as number), sides[axis] as number));
      return sources.includes(null) ? [] : [{ position: positionAt(sides, sources as number[]), share: 1 / taps }];
    }),
  );
  return { sides, taps, from, like: likePositions(sides, kernel % 2 === 1) };
};

/** A kernel with weights at its centre alone. */
export const centredReach = (sides: Sides, kernel: number): Reach => ({
  sides,
  taps: kernel ** sides.length,
  from: everyPosition(sides).map((_, position) => [{ position, share: 1 }]),
  like: likePositions(sides, true),
});

/** Positions that borders treat alike: coordinates of equal sides swapped, and under a symmetric kernel mirrored, too. */
const likePositions = (sides: Sides, isSymmetric: boolean): readonly number[] => {
  const first = new Map<string, number>();
  return everyPosition(sides).map((at, position) => {
    const mirrored = at.map((coordinate, axis) => Math.min(coordinate, (sides[axis] as number) - 1 - coordinate));
    const places = (isSymmetric ? mirrored : at).map((place, axis) => [sides[axis] as number, place] as const);
    const key = places.sort(([side, one], [otherSide, other]) => side - otherSide || one - other).join(' ');
    const like = first.get(key) ?? position;
    first.set(key, like);
    return like;
  });
};
