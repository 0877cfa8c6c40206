import type { StudyReport } from '@vanish/core/study';
import { counted } from '../../../counted.ts';
import type { Paint, Screen } from '../screen.ts';
import { duration, sayerOn, tellAdvice, tellFact, tellHeadline } from './tell.ts';

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
  tellHeadline(verdict.headline, { screen, columns, accent, say });
  for (const line of body) say(line === '' ? '' : `  ${line}`);
  say('');
  verdict.evidence.slice(0, mostEvidence).forEach((fact, index) => {
    tell(index === 0 ? 'evidence' : '', fact);
  });
  if (verdict.advice !== null) {
    say('');
    tellAdvice('try', verdict.advice, { screen, columns, say });
  }
  say('');
  if (report.unanswered.length > 0) tell('missing', missing(report));
  tell('question', report.query);
  tell('engine', `${report.engine}, ${duration(report.timings.totalMs)}`);
};

const missing = ({ unanswered, timings }: StudyReport): string =>
  `${counted(unanswered.length, 'network')} more than ${duration(timings.totalMs)} sufficed for, such as ${unanswered[0]}; a larger --budget answers them, too`;
