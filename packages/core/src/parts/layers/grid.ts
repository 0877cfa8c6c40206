/** Sides of the image that a layer's positions form, first side first; one for a line, two for a plane. */
export type Sides = readonly number[];

/** H·W, positions of an image. */
export const positionsOf = (sides: Sides): number => sides.reduce((product, side) => product * side, 1);

/** How rows run along one side of an image: rows before, positions of the side, rows within each position. */
export interface Run {
  readonly outer: number;
  readonly side: number;
  readonly inner: number;
}

/** The runs of an image's sides, last side first. Rows are positions, and within each the examples of the batch. */
export const runsOf = (sides: Sides, batch: number): readonly Run[] =>
  sides
    .map((side, axis) => ({
      outer: positionsOf(sides.slice(0, axis)),
      side,
      inner: positionsOf(sides.slice(axis + 1)) * batch,
    }))
    .reverse();

/** Coordinates of a position, first side first. */
export const coordinatesOf = (sides: Sides, position: number): readonly number[] =>
  sides.map((side, axis) => Math.floor(position / positionsOf(sides.slice(axis + 1))) % side);

/** The position at these coordinates. */
export const positionAt = (sides: Sides, coordinates: readonly number[]): number =>
  coordinates.reduce((position, coordinate, axis) => position * (sides[axis] ?? 1) + coordinate, 0);

/** Coordinates of all positions, in order. */
export const everyPosition = (sides: Sides): readonly (readonly number[])[] =>
  Array.from({ length: positionsOf(sides) }, (_, position) => coordinatesOf(sides, position));
