/** A grid of dots inside character cells: 2 × 4 dots of Braille, or one dot where only ASCII is shown. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  /** Dots per cell. */
  readonly across: 1 | 2;
  readonly down: 1 | 4;
  /** One bit per dot, cell by cell. */
  readonly cells: Uint8Array;
}

/** Braille numbers its dots by column: 1 2 3 7 on the left, 4 5 6 8 on the right. */
const brailleBits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;
const firstBraille = 0x2800;

export const createCanvas = (columns: number, rows: number, isUnicode: boolean): Canvas => ({
  columns,
  rows,
  across: isUnicode ? 2 : 1,
  down: isUnicode ? 4 : 1,
  cells: new Uint8Array(columns * rows),
});

/** Sets the dot nearest to (x, y), both in cells; outside the canvas nothing happens. */
export const setDot = (canvas: Canvas, x: number, y: number): void => {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= canvas.columns || row >= canvas.rows) return;
  const right = Math.min(canvas.across - 1, Math.floor((x - column) * canvas.across));
  const below = Math.min(canvas.down - 1, Math.floor((y - row) * canvas.down));
  const index = row * canvas.columns + column;
  canvas.cells[index] = (canvas.cells[index] ?? 0) | (brailleBits[right]?.[below] ?? 0);
};

/** A straight line between two points in cells, one dot beside the other. */
export const setLine = (canvas: Canvas, from: readonly [number, number], to: readonly [number, number]): void => {
  const dotsAcross = Math.abs(to[0] - from[0]) * canvas.across;
  const dotsDown = Math.abs(to[1] - from[1]) * canvas.down;
  const steps = Math.max(1, Math.ceil(Math.max(dotsAcross, dotsDown)));
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps;
    setDot(canvas, from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part);
  }
};

/** The character of a cell; null where no dot is set. */
export const characterAt = (canvas: Canvas, column: number, row: number): string | null => {
  const bits = canvas.cells[row * canvas.columns + column] ?? 0;
  if (bits === 0) return null;
  return canvas.down === 1 ? '.' : String.fromCodePoint(firstBraille + bits);
};
