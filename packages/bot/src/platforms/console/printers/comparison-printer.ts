import type { ComparisonReport } from '@vanish/core/study';
import { powerOfTen } from '../chart/chart.ts';
import type { Screen } from '../screen.ts';
import { printFrame } from './study-frame.ts';
import { drawTable } from './table.ts';
import { accentOf, signed, wordOf } from './tell.ts';
import { titledCurves } from './titled-curves.ts';

/** Networks over each other, and below them who is best. */
export const printComparison = (report: ComparisonReport, screen: Screen): void =>
  printFrame(report, screen, { body: [...chartOf(report, screen), '', ...rankingOf(report, screen)] });

/** The gradient of every network over its depth, or the loss of every training over its steps. */
const chartOf = ({ names, reports, rankedBy }: ComparisonReport, screen: Screen): readonly string[] => {
  const isLoss = rankedBy === 'loss';
  const curves = reports.map((report, index) => ({
    name: names[index] ?? '',
    points: isLoss ? lossOf(report) : signalOf(report),
  }));
  const what = isLoss
    ? 'loss of the training, on a logarithmic scale'
    : 'size of the gradient arriving at each layer: rms of ∂loss/∂z';
  const label = (value: number): string => powerOfTen(value, screen.isUnicode);
  return titledCurves(what, curves, { label, ends: isLoss ? ['step 1', 'last'] : ['first', 'last layer'], title: '' }, screen);
};

type Member = ComparisonReport['reports'][number];

const signalOf = (report: Member) => {
  const { layers } = (report.kind === 'training' ? report.initial : report).measured;
  return layers.map(({ signal }, index) => ({ x: layers.length < 2 ? 0.5 : index / (layers.length - 1), y: signal.log10Rms }));
};

const lossOf = (report: Member) => {
  const steps = report.kind === 'training' ? report.record.steps : [];
  return steps.map(({ loss }, index) => ({
    x: steps.length < 2 ? 0.5 : index / (steps.length - 1),
    y: loss.mean !== null && loss.mean > 0 ? Math.log10(loss.mean) : null,
  }));
};

const rankingOf = ({ ranking, rankedBy, reports, names }: ComparisonReport, screen: Screen): readonly string[] => {
  const verdictOf = (query: string): { readonly text: string; readonly ink: (text: string) => string } => {
    const report = reports.find((one) => one.query === query);
    if (report === undefined) return { text: '', ink: (text) => text };
    const verdict = report.kind === 'training' ? report.verdict.outcome : report.verdict.kind;
    return { text: wordOf(verdict), ink: accentOf(verdict, screen.paint) };
  };
  const isLoss = rankedBy === 'loss';
  const rows = ranking.map(({ name, query, value, behind }, index) => [
    { text: String(index + 1) },
    { text: name, ink: screen.paint.bold },
    verdictOf(query),
    { text: value === null ? 'none finite' : isLoss ? value.toPrecision(3) : signed(value) },
    { text: behind === null ? '' : `${behind.value.toPrecision(3)} ± ${((behind.high - behind.low) / 2).toPrecision(2)}` },
  ]);
  return drawTable(
    [
      { title: '', align: 'right' },
      { title: 'network', align: 'left', most: Math.max(...names.map(({ length }) => Math.min(length, 36)), 7) },
      { title: 'verdict', align: 'left' },
      { title: isLoss ? 'loss' : 'decades', align: 'right' },
      { title: 'behind (95 %)', align: 'right' },
    ],
    rows,
    screen,
  );
};
