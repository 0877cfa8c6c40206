import type { StudyReport } from '@vanish/core/study';
import type { Paint, Screen } from '../screen.ts';
import { wrap } from '../wrap.ts';
import { quoteForShell } from './report-printer.ts';
import { duration, labelWidth, sayerOn, tellFact } from './tell.ts';

/** Wider lines are hard to read. */
const widestText = 100;
/** Evidence that a terminal shows; `--json` has it all. */
const mostEvidence = 4;

/** The words around what a study shows: headline, the body, evidence, what to try, and how to ask again. */
export const printFrame = (
  report: StudyReport,
  screen: Screen,
  { body, accent = screen.paint.cyan }: { readonly body: readonly string[]; readonly accent?: Paint['cyan'] },
): void => {
  const { verdict } = report;
  const say = sayerOn(screen);
  const columns = Math.min(screen.columns, widestText) - 1;
  const tell = (label: string, text: string): void => tellFact(label, text, columns, screen, say);
  say('');
  for (const line of wrap(verdict.headline, columns - 2)) say(`  ${screen.paint.bold(accent(line))}`);
  say('');
  for (const line of body) say(line === '' ? '' : `  ${line}`);
  say('');
  verdict.evidence.slice(0, mostEvidence).forEach((fact, index) => {
    tell(index === 0 ? 'evidence' : '', fact);
  });
  if (verdict.advice !== null) {
    say('');
    say(`  ${screen.paint.dim('try'.padEnd(labelWidth))}${screen.paint.bold(`vanish ${quoteForShell(verdict.advice.query)}`)}`);
    tell('', verdict.advice.why);
  }
  say('');
  if (report.unanswered.length > 0) tell('missing', missing(report));
  tell('question', report.query);
  tell('engine', `${report.engine}, ${duration(report.timings.totalMs)}`);
};

const missing = ({ unanswered, timings }: StudyReport): string =>
  `${unanswered.length} network${unanswered.length === 1 ? '' : 's'} more than ${duration(timings.totalMs)} sufficed for, such as ${unanswered[0]}; a larger --budget answers them, too`;
