import type { Report, VerdictKind } from '@vanish/core';
import { drawChart } from '../chart/chart.ts';
import { type Paint, type Screen, toAscii } from '../screen.ts';
import { hang, wrap } from '../wrap.ts';

/** Wider lines are hard to read. */
const widestText = 100;
const widestChart = 80;
/** Evidence that a terminal shows; `--json` has it all. */
const mostEvidence = 3;
const labelWidth = 10;

/** The words of a report: headline, chart, reasons, what to try, and how to ask again. Where the picture is comes later. */
export const printReport = (report: Report, screen: Screen): void => {
  const { verdict } = report;
  const say = (line: string): void => screen.write(`${screen.isUnicode ? line : toAscii(line)}\n`);
  const columns = Math.min(screen.columns, widestText) - 1;
  const accent = accentOf(verdict.kind, screen.paint);
  say('');
  for (const line of wrap(verdict.headline, columns - 2)) say(`  ${screen.paint.bold(accent(line))}`);
  say('');
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
    say(
      `  ${screen.paint.dim((index === 0 ? 'try' : '').padEnd(labelWidth))}${screen.paint.bold(`vanish ${quoteForShell(advice.query)}`)}`,
    );
    tell('', [advice.why, advice.expected].filter((part) => part !== '').join(' - '));
  });
  say('');
  tell('question', report.query);
  tell(
    'engine',
    `${report.engine}, ${duration(report.timings.measureMs + report.timings.predictMs)}${loaded(report.timings.loadMs)}`,
  );
};

/** Only the sentence that answers. */
export const printHeadline = (report: Report, screen: Screen): void => {
  const accent = accentOf(report.verdict.kind, screen.paint);
  screen.write(`${accent(screen.isUnicode ? report.verdict.headline : toAscii(report.verdict.headline))}\n`);
};

/** A line that says where something was written. */
export const printPlace = (label: string, path: string, screen: Screen): void => {
  screen.write(`  ${screen.paint.dim(label.padEnd(labelWidth))}${path}\n`);
};

/** An advice can be copied into a shell as it stands: what a shell would interpret is quoted. */
export const quoteForShell = (query: string): string =>
  query
    .split(' ')
    .map((word) => (/^[\w=.,:+/@%^-]*$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');

const chartOf = (report: Report, screen: Screen): readonly string[] => {
  const { measured, theory, verdict, experiment } = report;
  const title = 'size of the gradient arriving at each layer: rms of ∂loss/∂z';
  const lines = drawChart(
    {
      measured: measured.layers.map(({ signal }) => signal.log10Rms),
      theory: theory === null ? null : theory.layers.map(({ log10Rms }) => log10Rms),
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

const tellFact = (label: string, text: string, columns: number, screen: Screen, say: (line: string) => void): void => {
  const indent = ' '.repeat(labelWidth + 2);
  const lines = hang(indent, text, columns);
  lines.forEach((line, index) => {
    say(index === 0 ? `  ${screen.paint.dim(label.padEnd(labelWidth))}${line.slice(indent.length)}` : line);
  });
};

const accentOf = (kind: VerdictKind, paint: Paint): ((text: string) => string) => {
  switch (kind) {
    case 'healthy':
      return paint.green;
    case 'borderline':
    case 'tiny':
      return paint.yellow;
    case 'vanishing':
    case 'exploding':
    case 'zero':
    case 'dead':
    case 'saturated':
    case 'overflow':
      return paint.red;
    default:
      return kind satisfies never;
  }
};

const duration = (ms: number): string =>
  ms < 1000 ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

const loaded = (ms: number): string => (ms < 1 ? '' : ` (and ${duration(ms)} to load)`);
