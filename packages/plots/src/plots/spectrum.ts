import { isNumber, type Layer, rounded } from '../frame/layer.ts';
import { textMark } from '../frame/marks.ts';
import { panelTitle } from '../frame/power-scale.ts';
import { sizes } from '../theme/typography.ts';
import { describeSpectrum } from '../words/describe-spectrum.ts';
import { wholePower } from '../words/numbers.ts';
import type { Plot } from './plot.ts';

/** How the singular values of the input-output Jacobian are spread: a network that keeps all directions alike has one peak. */
export const spectrum: Plot = {
  name: 'spectrum',
  summary: 'singular values of the input-output Jacobian: which directions survive the way through the network',
  key: ({ measured }) => `${(measured.spectrum?.singularValues.length ?? 0) === 1 ? 'one network' : 'all networks together'}`,
  missing: ({ measured }) =>
    measured.spectrum === null ? 'the report holds no singular values; ask again with spectrum=true' : null,
  draw: (report, { width, height }, theme) => {
    const all = report.measured.spectrum?.singularValues.flat() ?? [];
    const values = all.filter((value) => isNumber(value) && value > 0).map(Math.log10);
    const bins = histogram(values);
    const vanished = all.length - values.length;
    const area = { width, top: 0, bottom: height };
    const x = { field: 'from', type: 'quantitative', ...logarithmic(bins) };
    const y = {
      field: 'count',
      type: 'quantitative',
      scale: { domainMin: 0, nice: true },
      axis: {
        tickCount: 5,
        tickMinStep: 1,
        format: '~s',
        orient: 'left',
        domain: false,
        ...panelTitle('number of directions', area),
      },
    };
    const bars: Layer = {
      data: { values: bins.map(({ from, to, count }) => ({ from, to, count })) },
      mark: { type: 'bar', color: theme.measured, opacity: 0.85 },
      encoding: { x, x2: { field: 'to' }, y, y2: { datum: 0 } },
    };
    const note = vanished === 0 ? [] : [`${vanished} of ${all.length} are`, 'exactly zero'];
    return [
      ...(bins.length === 0
        ? [textMark('every singular value is exactly zero', width / 2, height / 2, { colour: theme.quiet, align: 'center' })]
        : [bars]),
      ...note.map((line, index) =>
        textMark(line, width + 14, 12 + index * sizes.noteLine, { colour: theme.zero, size: sizes.note }),
      ),
    ];
  },
  describe: describeSpectrum,
};

/** One bar. **Unit** log₁₀ of the singular value. */
interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Forty bars over all values, and never less than half a decade. */
const histogram = (values: readonly number[]): readonly Bin[] => {
  if (values.length === 0) return [];
  const least = values.reduce((one, other) => Math.min(one, other));
  const most = values.reduce((one, other) => Math.max(one, other));
  const slack = Math.max(0, 0.5 - (most - least)) / 2;
  const [from, width] = [least - slack, (most - least + 2 * slack) / 40];
  const counts = new Array<number>(40).fill(0);
  for (const value of values) {
    const index = Math.min(39, Math.floor((value - from) / width));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ from: rounded(from + index * width), to: rounded(from + (index + 1) * width), count }));
};

const logarithmic = (bins: readonly Bin[]): Layer => {
  const [low, high] = [bins[0]?.from ?? -1, bins.at(-1)?.to ?? 0];
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200].find((candidate) => (high - low) / candidate <= 9) ?? 500;
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => rounded((first + index) * step));
  const label = (tick: number): string =>
    Number.isInteger(tick) ? wholePower(tick) : String(Number((10 ** tick).toPrecision(2)));
  const labels = Object.fromEntries(ticks.map((tick) => [String(tick), label(tick)]));
  return {
    scale: { domain: [low, high], nice: false, zero: false },
    axis: {
      values: ticks,
      labelExpr: `(${JSON.stringify(labels)})['' + datum.value]`,
      grid: false,
      orient: 'bottom',
      title: 'singular value of the input-output Jacobian',
      titlePadding: 12,
    },
  };
};
