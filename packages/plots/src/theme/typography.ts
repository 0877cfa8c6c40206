/** Named fonts first (they come with this package), then whatever the reader's browser has. */
export const fontFamily = 'Inter, "DejaVu Sans", sans-serif';

/** Sizes that can be read from the last row when the picture fills a slide. **Unit** pixels at a width of 1200. */
export const sizes = {
  headline: 30,
  headlineLine: 38,
  longHeadline: 25,
  longHeadlineLine: 33,
  text: 20,
  textLine: 27,
  note: 18,
  noteLine: 24,
} as const;

/** Regular for reading, semibold for what counts. */
export type Weight = 400 | 600;
