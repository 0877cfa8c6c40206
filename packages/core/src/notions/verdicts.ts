import type { Notion } from './notion.ts';
import * as outcomes from './outcomes/index.ts';
import type { TrainingOutcome, VerdictKind } from './verdict-kind.ts';
import * as kinds from './verdict-kinds/index.ts';

/** What is told of every kind of verdict. */
export const notionOfVerdict: Readonly<Record<VerdictKind, Notion>> = kinds;

/** What is told of every outcome of a training. */
export const notionOfOutcome: Readonly<Record<TrainingOutcome, Notion>> = {
  learned: outcomes.learned,
  partly: outcomes.partlyLearned,
  not: outcomes.notLearned,
  stopped: outcomes.stopped,
};
