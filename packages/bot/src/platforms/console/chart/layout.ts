/** Where the layers of a network stand in a chart. */
export interface Layout {
  /** Character columns of the plotting area, and how many there could be. */
  readonly columns: number;
  readonly room: number;
  /** Whether every layer has room for a mark of its own. */
  readonly isSparse: boolean;
  /** Points from left to right: several layers share one where there are more layers than dots. */
  readonly points: readonly Point[];
}

/** Layers that share one place. */
export interface Point {
  /** **Unit** columns; the middle of the place. */
  readonly x: number;
  /** Index of the first layer here, and of the first that is not. */
  readonly from: number;
  readonly to: number;
}

/** Columns from one layer to the next, at most: ten layers fill a chart, two do not tear it apart. */
const widestStride = 6;
/** Narrower than this, marks melt into one another. */
const sparseStride = 3;

/** Spreads that many layers over at most that many columns. */
export const layOut = (layers: number, room: number): Layout => {
  const stride = Math.min(widestStride, layers > 1 ? Math.floor((room - 1) / (layers - 1)) : widestStride);
  if (stride >= 1) return spread(layers, stride, room);
  const dots = room * 2;
  const places = Math.min(layers, dots);
  const points = Array.from({ length: places }, (_, place) => ({
    x: places === dots ? (place + 0.5) / 2 : 0.25 + (place * (room - 0.5)) / (places - 1),
    from: Math.floor((place * layers) / places),
    to: Math.floor(((place + 1) * layers) / places),
  }));
  return { columns: room, room, isSparse: false, points };
};

const spread = (layers: number, stride: number, room: number): Layout => ({
  room,
  columns: stride * (layers - 1) + 1,
  isSparse: stride >= sparseStride || layers === 1,
  points: Array.from({ length: layers }, (_, index) => ({ x: index * stride + 0.5, from: index, to: index + 1 })),
});

/** Mean over the layers of a point; null where none is a number. */
export const meanAt = (values: readonly (number | null)[], point: Point): number | null => {
  const numbers = values.slice(point.from, point.to).filter((value): value is number => value !== null && Number.isFinite(value));
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
};

/** Whether a layer of the point has no number. */
export const hasGap = (values: readonly (number | null)[], point: Point): boolean =>
  values.slice(point.from, point.to).some((value) => value === null || !Number.isFinite(value));

/** A layer number under the axis. */
export interface LayerLabel {
  /** Where the layer stands, and where its number begins: the last one may have to move to the left. */
  readonly column: number;
  readonly start: number;
  readonly text: string;
}

/** Layer numbers to print under the axis: the first, the last, and round ones between. */
export const labelsOf = (layout: Layout): readonly LayerLabel[] => {
  const layers = layout.points.at(-1)?.to ?? 0;
  const last = labelAt(layout, layers);
  const step = roundStep(layers, layout.columns, last.text.length);
  const labels = [labelAt(layout, 1)];
  for (let layer = step === 1 ? 2 : step; layer < layers; layer += step) {
    const label = labelAt(layout, layer);
    const previous = labels.at(-1);
    const isClear = previous !== undefined && label.start > previous.start + previous.text.length;
    if (isClear && label.start + label.text.length < last.start) labels.push(label);
  }
  return layers > 1 ? [...labels, last] : labels;
};

const labelAt = (layout: Layout, layer: number): LayerLabel => {
  const point = layout.points.find(({ to }) => to >= layer);
  const column = Math.floor(point?.x ?? 0);
  const text = String(layer);
  return { column, start: Math.max(0, Math.min(column, layout.room - text.length)), text };
};

/** 1, 2, 5, 10, … layers from label to label, so that each has room for its digits and two blanks. */
const roundStep = (layers: number, columns: number, digits: number): number => {
  const most = Math.max(1, Math.floor(columns / (digits + 2)));
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) if (layers / (digit * power) <= most) return digit * power;
  }
};
