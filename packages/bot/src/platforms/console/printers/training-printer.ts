import type { TrainingReport } from '@vanish/core';
import type { Screen } from '../screen.ts';
import { wrap } from '../wrap.ts';
import { accentOf, duration, sayerOn, tellAdvice, tellFact, tellHeadline } from './tell.ts';

const widestText = 100;
const widestMap = 80;
/** Rows of a map; of a deeper network every so many layers. */
const mostRows = 12;

/** From no step at all to one that throws everything over; log₁₀ |Δw|/|w| from 10⁻⁷, which float32 loses, to 10⁻¹. */
const shades = { unicode: ' ·░▒▓█', ascii: ' .:+#@' } as const;
const [faintest, strongest] = [-7, -1];
const bars = { unicode: '▁▂▃▄▅▆▇█', ascii: '_.-=+*#@' } as const;

/** A training in words, with the loss and a small map of who learned when. */
export const printTraining = (report: TrainingReport, screen: Screen): void => {
  const { verdict } = report;
  const say = sayerOn(screen);
  const columns = Math.min(screen.columns, widestText) - 1;
  const accent = accentOf(verdict.outcome, screen.paint);
  tellHeadline(verdict.headline, { screen, columns, accent, say });
  for (const line of mapOf(report, screen, accent)) screen.write(`  ${line}\n`);
  say('');
  const tell = (label: string, text: string): void => tellFact(label, text, columns, screen, say);
  tell('layers', verdict.layers);
  tell('before', `${report.initial.verdict.headline} ${verdict.initially}`);
  const { advice } = verdict;
  if (advice !== null) {
    say('');
    tellAdvice('try', advice, { screen, columns, say });
  }
  say('');
  tell('question', report.query);
  tell('engine', `${report.engine}, ${duration(report.timings.trainMs)} for ${report.record.steps.at(-1)?.step ?? 0} steps`);
};

/** The loss above, and below it a row for each layer: the darker, the farther a step moves its weights. */
const mapOf = ({ record }: TrainingReport, screen: Screen, accent: (text: string) => string): readonly string[] => {
  const names = record.movements.map(({ name }) => name);
  const margin = Math.max(4, ...names.map((name) => name.length));
  const width = Math.min(record.steps.length, Math.min(screen.columns, widestMap) - margin - 6);
  const columns = Array.from({ length: width }, (_, column) => record.steps[Math.floor((column * record.steps.length) / width)]);
  const every = Math.ceil(names.length / mostRows);
  const rows = [...names.keys()].reverse().filter((row) => row % every === 0 || row === names.length - 1);
  const { dim } = screen.paint;
  const glyphs = screen.isUnicode ? shades.unicode : shades.ascii;
  const most = Math.max(record.chanceLoss ?? 0, ...record.steps.map(({ loss }) => loss.mean ?? 0));
  const heights = screen.isUnicode ? bars.unicode : bars.ascii;
  const loss = columns.map((step) => pick(heights, (step?.loss.mean ?? Number.NaN) / most)).join('');
  const last = record.steps.at(-1);
  return [
    `${dim('loss'.padStart(margin))} ${accent(loss)} ${last?.loss.mean?.toPrecision(3) ?? 'not finite'}`,
    '',
    ...rows.map((row) => {
      const cells = columns
        .map((step) => pick(glyphs, shareOf(step?.rows[record.movements[row]?.row ?? row]?.update ?? null)))
        .join('');
      return `${dim((names[row] ?? '').padStart(margin))} ${accent(cells)}`;
    }),
    dim(`${''.padStart(margin)} ${`1`.padEnd(Math.max(1, width - String(last?.step ?? '').length))}${last?.step ?? ''} step`),
    ...wrap(legendOf(glyphs, screen.isUnicode), Math.min(screen.columns, widestMap) - margin - 3).map((line) =>
      dim(`${''.padStart(margin)} ${line}`),
    ),
  ];
};

const shareOf = (decades: number | null): number =>
  decades === null ? 0 : Math.max(0, Math.min(1, (decades - faintest) / (strongest - faintest)));

/** The sign of a share between 0 and 1; of nothing, the first. */
const pick = (signs: string, share: number): string => {
  const all = [...signs];
  return all[Number.isFinite(share) ? Math.min(all.length - 1, Math.floor(share * all.length)) : 0] ?? ' ';
};

const legendOf = (glyphs: string, isUnicode: boolean): string => {
  const all = [...glyphs];
  const [low, high] = isUnicode ? ['10⁻⁷', '10⁻¹'] : ['1e-7', '1e-1'];
  return `a step moves the weights by ${low} ${all.slice(1).join('')} ${high} of their size`;
};
