import type { Report } from '@vanish/core';
import { drawChart } from '../chart/chart.ts';
import type { Screen } from '../screen.ts';
import { wrap } from '../wrap.ts';
import { accentOf, duration, labelWidth, loaded, sayerOn, tellAdvice, tellFact, tellHeadline } from './tell.ts';

/** Wider lines are hard to read. */
const widestText = 100;
const widestChart = 80;
/** Evidence that a terminal shows; `--json` has it all. */
const mostEvidence = 3;

/** The words of a report: headline, chart, reasons, what to try, and how to ask again. Where the picture is comes later. */
export const printReport = (report: Report, screen: Screen): void => {
  const { verdict } = report;
  const say = sayerOn(screen);
  const columns = Math.min(screen.columns, widestText) - 1;
  const accent = accentOf(verdict.kind, screen.paint);
  tellHeadline(verdict.headline, { screen, columns, accent, say });
  for (const line of chartOf(report, screen)) say(`  ${line}`);
  say('');
  const tell = (label: string, text: string): void => tellFact(label, text, columns, screen, say);
  tell('cause', verdict.cause);
  tell('signal', verdict.signal);
  tell('update', verdict.update);
  verdict.evidence.slice(0, mostEvidence).forEach((fact, index) => {
    tell(index === 0 ? 'evidence' : '', fact);
  });
  if (verdict.advice.length > 0) say('');
  verdict.advice.forEach((advice, index) => {
    const why = [advice.why, advice.expected].filter((part) => part !== '').join(' - ');
    tellAdvice(index === 0 ? 'try' : '', { query: advice.query, why }, { screen, columns, say });
  });
  say('');
  tell('question', report.query);
  tell(
    'engine',
    `${report.engine}, ${duration(report.timings.measureMs + report.timings.predictMs)}${loaded(report.timings.loadMs)}`,
  );
};

/** A line that says where something was written. */
export const printPlace = (label: string, path: string, screen: Screen): void => {
  screen.write(`  ${screen.paint.dim(label.padEnd(labelWidth))}${path}\n`);
};

const chartOf = (report: Report, screen: Screen): readonly string[] => {
  const { measured, theory, verdict, experiment } = report;
  // blocks and time steps are named so; whatever else a row is called, it is a layer
  const [row] = /^(?:block|step)\b/u.exec(measured.layers[0]?.name ?? '') ?? ['layer'];
  const title = `size of the gradient arriving at each ${row}: rms of ∂loss/∂z`;
  const lines = drawChart(
    {
      measured: measured.layers.map(({ signal }) => signal.log10Rms),
      theory: theory === null ? null : theory.layers.map(({ log10Rms }) => log10Rms),
      row,
      networks: experiment.seeds,
    },
    {
      columns: Math.min(screen.columns, widestChart) - 3,
      isUnicode: screen.isUnicode,
      paint: screen.paint,
      accent: accentOf(verdict.kind, screen.paint),
    },
  );
  return [...wrap(title, Math.min(screen.columns, widestChart) - 3).map(screen.paint.dim), ...lines];
};
