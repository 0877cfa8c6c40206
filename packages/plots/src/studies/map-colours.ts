import type { MapReport, Point } from '@vanish/core';
import { isNumber, type Layer } from '../frame/layer.ts';
import type { Theme } from '../theme/theme.ts';
import { signed } from '../words/numbers.ts';

/** Why a cell has no colour of the scale: not measured (yet), exactly zero, NaN or infinite. */
export type Lack = 'unmeasured' | 'zero' | 'broken';

/** How a point becomes a colour, and a colour a number. */
export interface Colouring {
  /** **Range** −1 … 1 */
  readonly shade: (point: Point | null) => number | Lack;
  readonly scale: { readonly domain: readonly number[]; readonly range: readonly string[] };
  readonly title: string;
  readonly steps: readonly { readonly shade: number; readonly label: string }[];
  /** What is written at cells without a number. */
  readonly lacks: Readonly<Record<Lack, string>>;
  /** What is written at the outline of the cells that pass. */
  readonly passed: string;
}

/** Colours between the middle of a scale and either end: more than an eye tells apart, few enough for neighbours to share one. */
const shades = 48;

const quantised = (shade: number): number => Math.round(shade * shades) / shades;

/** Slopes that the ladder names, at either side of zero. **Unit** decades per layer. */
const rungs = [0.01, 0.03, 0.1, 0.3, 1, 3] as const;

export const isTrained = ({ rows }: MapReport): boolean => rows.some((row) => row.some((point) => point?.training != null));

/** The colours of a map: of slopes, or of the losses where it is trained. */
export const colouringOf = (report: MapReport, theme: Theme): Colouring =>
  isTrained(report) ? lossColouring(report, theme) : slopeColouring(report, theme);

/** Diverging, and steep near zero: a hundredth of a decade per layer is a factor of ten over a hundred layers. */
const slopeColouring = ({ rows }: MapReport, theme: Theme): Colouring => {
  const slopes = rows
    .flat()
    .flatMap((point) => (isNumber(point?.decadesPerLayer.value) ? [Math.abs(point.decadesPerLayer.value)] : []));
  const most = Math.max(rungs[1], ...slopes);
  const shown = rungs.filter((_, index) => index === 0 || (rungs[index - 1] ?? 0) < most);
  const top = Math.log1p((shown.at(-1) ?? 1) / rungs[0]);
  const shadeOf = (value: number): number => Math.sign(value) * Math.min(1, Math.log1p(Math.abs(value) / rungs[0]) / top);
  return {
    shade: (point) => {
      if (point === null) return 'unmeasured';
      const { value } = point.decadesPerLayer;
      return isNumber(value) ? quantised(shadeOf(value)) : point.kind === 'overflow' ? 'broken' : 'zero';
    },
    scale: { domain: [-1, 0, 1], range: [theme.measured, theme.shelf, theme.theory] },
    title: 'decades/layer',
    steps: [...[...shown].reverse(), 0, ...shown.map((rung) => -rung)].map((value) => ({
      shade: shadeOf(value),
      label: value === 0 ? '0, flat' : signed(value),
    })),
    lacks: { unmeasured: 'not measured', zero: 'zero gradient', broken: 'overflow' },
    passed: 'trainable',
  };
};

const lossColouring = ({ rows }: MapReport, theme: Theme): Colouring => {
  const points = rows.flat();
  const known = points.flatMap((point) => (isNumber(point?.training?.loss) ? [point.training.loss] : []));
  const stated = points.find((point) => point?.training?.chanceLoss != null)?.training?.chanceLoss;
  const chance = stated ?? Math.max(1e-9, ...known);
  const steps = [1, 0.8, 0.6, 0.4, 0.2, 0].map((share) => ({ shade: share, label: (share * chance).toPrecision(2) }));
  return {
    shade: (point) => {
      if (point === null) return 'unmeasured';
      const loss = point.training?.loss;
      return isNumber(loss) ? quantised(Math.min(1, loss / chance)) : 'broken';
    },
    scale: { domain: [0, 0.5, 1], range: [theme.shelf, theme.measured, theme.text] },
    title: 'loss',
    steps: steps.map((step, index) => (index === 0 ? { ...step, label: `${step.label}, chance` } : step)),
    lacks: { unmeasured: 'not measured', zero: 'zero', broken: 'not finite' },
    passed: 'learned',
  };
};

/** The colour channel of cells and ladder. */
export const shadeChannel = ({ scale: { domain, range } }: Colouring): Layer => ({
  field: 'shade',
  type: 'quantitative',
  scale: { domain: [...domain], range: [...range], interpolate: 'rgb', clamp: true },
  legend: null,
});
