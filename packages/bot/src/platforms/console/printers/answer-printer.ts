import type { Answer } from '@vanish/core/study';
import type { Screen } from '../screen.ts';
import { printComparison } from './comparison-printer.ts';
import { printCure } from './cure-printer.ts';
import { printMap } from './map-printer.ts';
import { printReport } from './report-printer.ts';
import { printSweep } from './sweep-printer.ts';
import { accentOf, sayerOn } from './tell.ts';
import { printTraining } from './training-printer.ts';

/** How an answer of each kind is printed. */
const printers: {
  readonly [Kind in Answer['kind']]: (answer: Extract<Answer, { readonly kind: Kind }>, screen: Screen) => void;
} = {
  network: printReport,
  training: printTraining,
  comparison: printComparison,
  sweep: printSweep,
  map: printMap,
  cure: printCure,
};

/** An answer in words and characters. */
export const printAnswer = (answer: Answer, screen: Screen): void => printers[answer.kind](answer as never, screen);

/** Only the sentence that answers. */
export const printHeadline = (answer: Answer, screen: Screen): void => {
  const accent = answer.kind === 'network' ? accentOf(answer.verdict.kind, screen.paint) : (text: string): string => text;
  sayerOn(screen)(accent(answer.verdict.headline));
};
