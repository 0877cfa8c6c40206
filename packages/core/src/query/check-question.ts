import type { Issue } from '../experiment/issue.ts';
import type { Question } from '../experiment/question.ts';
import { findClashes } from './find-clashes.ts';
import { refuse } from './refuse.ts';

/** Everything that keeps a well-formed question from being answered: what does not go together, or else what costs too much. Empty: run it. */
export const checkQuestion = (question: Question): readonly Issue[] =>
  [findClashes, refuse].reduce<readonly Issue[]>((found, check) => (found.length > 0 ? found : check(question)), []);
