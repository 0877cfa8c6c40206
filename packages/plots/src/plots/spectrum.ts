import { panelTitle } from '../frame/labelled-scale.ts';
import { isNumber, type Layer, rounded } from '../frame/layer.ts';
import { textMark } from '../frame/marks.ts';
import { powerAxis } from '../frame/power-axis.ts';
import type { Theme } from '../theme/theme.ts';
import { sizes } from '../theme/typography.ts';
import { describeSpectrum, spectrumFacts } from '../words/describe-spectrum.ts';
import { counted } from '../words/numbers.ts';
import type { Plot, Room } from './plot.ts';

/** How the singular values of the input-output Jacobian are spread: a network that keeps all directions alike has one peak. */
export const spectrum: Plot = {
  name: 'spectrum',
  summary: 'singular values of the input-output Jacobian: which directions survive the way through the network',
  key: ({ measured }) => `${counted(measured.spectrum?.singularValues.length ?? 0, 'Jacobian')}, values together`,
  missing: ({ measured }) =>
    measured.spectrum === null ? 'the report holds no singular values; ask again with spectrum=true' : null,
  draw: (report, room, theme) => {
    const all = report.measured.spectrum?.singularValues.flat() ?? [];
    const values = all.filter((value) => isNumber(value) && value > 0).map(Math.log10);
    return [...bars(histogram(values), room, theme), ...notes(all, room, theme)];
  },
  describe: describeSpectrum,
};

const bars = (bins: readonly Bin[], { width, height }: Room, theme: Theme): readonly Layer[] => {
  if (bins.length === 0) {
    const lettering = { colour: theme.quiet, align: 'center' } as const;
    return [textMark('every singular value is exactly zero or not finite', width / 2, height / 2, lettering)];
  }
  const title = panelTitle('number of directions', { width, top: 0, bottom: height });
  const y = {
    field: 'count',
    type: 'quantitative',
    scale: { domainMin: 0, nice: true },
    axis: { tickCount: 5, tickMinStep: 1, format: '~s', orient: 'left', domain: false, ...title },
  };
  const ends = [bins[0]?.from ?? -1, bins.at(-1)?.to ?? 0] as const;
  const x = powerAxis(ends, 'singular value of the input-output Jacobian', { most: 6, least: 0.1 }).encode('from');
  return [
    {
      data: { values: bins.map(({ from, to, count }) => ({ from, to, count })) },
      mark: { type: 'bar', color: theme.measured, binSpacing: 2 },
      encoding: { x, x2: { field: 'to' }, y, y2: { datum: 0 } },
    },
  ];
};

/** Largest, median and smallest value beside the plot, and how many are zero. */
const notes = (all: readonly number[], { width }: Room, theme: Theme): readonly Layer[] => {
  const facts = spectrumFacts(all);
  const lines = [
    ['largest', facts.largest],
    ['median', facts.median],
    ['smallest', facts.smallest],
    ...(facts.zeros === 0 ? [] : [['exactly zero', `${facts.zeros} of ${all.length}`]]),
  ];
  return lines.flatMap(([name = '', value = ''], index) => {
    const y = 12 + index * (2 * sizes.noteLine + 14);
    return [
      textMark(name, width + 24, y, { colour: theme.quiet, size: sizes.note }),
      textMark(value, width + 24, y + sizes.noteLine, { colour: theme.text, size: sizes.note, weight: 600 }),
    ];
  });
};

/** One bar. **Unit** log₁₀ of the singular value. */
interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** As many bars as the number of values bears, over never less than half a decade. */
const histogram = (values: readonly number[]): readonly Bin[] => {
  if (values.length === 0) return [];
  const least = values.reduce((one, other) => Math.min(one, other));
  const most = values.reduce((one, other) => Math.max(one, other));
  const slack = Math.max(0, 0.5 - (most - least)) / 2;
  const bars = Math.min(40, Math.max(8, Math.round(2 * Math.sqrt(values.length))));
  const [from, width] = [least - slack, (most - least + 2 * slack) / bars];
  const counts = new Array<number>(bars).fill(0);
  for (const value of values) {
    const index = Math.min(bars - 1, Math.floor((value - from) / width));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ from: rounded(from + index * width), to: rounded(from + (index + 1) * width), count }));
};
