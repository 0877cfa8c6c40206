import type { TrainingReport } from '@vanish/core';
import { percent, powerOfTen } from '../words/numbers.ts';
import { type Curve, type HistogramRow, histogramRows } from './histogram-rows.ts';

/** How large gradients are at the first layer and at the last, when the training begins and when it ends, in sentences. */
export const describeHistograms = (report: TrainingReport): readonly string[] => {
  const rows = histogramRows(report);
  const steps = report.record.histograms.map(({ step }) => step);
  const all = report.record.histograms[0]?.rows.length ?? 0;
  const [begin, end] = [steps[0], steps.at(-1)];
  if (begin === undefined || end === undefined) return [];
  return [
    `Histograms of the entries of the weight gradient at ${rows.length} of ${all} layers, in ${steps.length === 1 ? `step ${begin}` : `steps ${steps.join(', ')}`}.`,
    compare(rows, begin),
    ...(end === begin ? [] : [compare(rows, end)]),
  ];
};

const compare = (rows: readonly HistogramRow[], step: number): string => {
  const told = rows.flatMap(({ name, curves }) =>
    curves.filter((curve) => curve.step === step).map((curve) => ({ name, curve })),
  );
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return '';
  const decades = (last.curve.median ?? Number.NaN) - (first.curve.median ?? Number.NaN);
  const apart = Number.isFinite(decades) && first !== last ? `, ${Math.abs(decades).toFixed(1)} decades apart` : '';
  return `In step ${step} the median is ${inWords(first.curve)} at ${first.name} and ${inWords(last.curve)} at ${last.name}${apart}.`;
};

const inWords = ({ median, zero, broken }: Curve): string => {
  const lost = [zero > 0 ? `${percent(zero)} exactly zero` : '', broken > 0 ? `${percent(broken)} NaN or infinite` : ''];
  const also = lost.filter((part) => part !== '').join(', ');
  if (median === null) return `no number (${also})`;
  return `${powerOfTen(median)}${also === '' ? '' : ` (${also})`}`;
};
