import type { Question } from '../experiment/question.ts';
import type { Bench } from './bench.ts';
import type { StudyReport } from './study-report.ts';

/** How questions of a kind are answered. A variant is one file and one line on the shelf. */
export interface StudyKind<Asked extends Question> {
  /** The kinds of question that it answers. */
  readonly answers: readonly Question['kind'][];
  readonly run: (question: Asked, bench: Bench) => Promise<StudyReport>;
}

/** A question of some kinds. */
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;
