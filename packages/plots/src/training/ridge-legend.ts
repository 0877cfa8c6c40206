import type { TrainingReport } from '@vanish/core';
import type { Layer } from '../frame/layer.ts';
import { ruleMark, textMark } from '../frame/marks.ts';
import { textWidth } from '../render/text-width.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { looks } from './ridge.ts';

/** Length of the piece of line that stands before a name, and the gaps after it and after the name. **Unit** pixels. */
const [sample, gap, distance] = [34, 10, 26];

/** Which curve is which step, ending at `x`, and what the numbers beside the ridges are. */
export const ridgeLegend = (
  { record: { histograms } }: TrainingReport,
  { x, y }: { readonly x: number; readonly y: number },
  { quiet, measured }: Theme,
): readonly Layer[] => {
  const steps = histograms.map(({ step }) => step);
  const [first, last] = [steps[0], steps.at(-1)];
  const items = [
    ...(steps.length > 1 ? [{ name: `step ${first}`, look: looks.first, colour: quiet }] : []),
    ...(steps.length > 2 ? [{ name: between(steps.length - 2), look: looks.between, colour: measured }] : []),
    { name: `step ${last}`, look: looks.last, colour: measured },
  ];
  const widths = items.map(({ name }) => sample + gap + textWidth(name, sizes.note));
  return [
    textMark('median', x + 24, y, { colour: quiet, size: sizes.note }),
    ...items.flatMap(({ name, look, colour }, index) => {
      const rest = widths.slice(index).reduce((sum, width) => sum + width, 0) + (items.length - 1 - index) * distance;
      const left = x - rest;
      return [
        ruleMark([left, y, left + sample, y], { colour, width: look.strokeWidth, dash: look.strokeDash, opacity: look.opacity }),
        textMark(name, left + sample + gap, y, { colour, size: sizes.note }),
      ];
    }),
  ];
};

const between = (count: number): string => (count === 1 ? 'one between' : `${count} between`);
