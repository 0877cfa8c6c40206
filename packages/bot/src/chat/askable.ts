import { checkQuestion, type Issue, isMeasured, type MeasuredQuestion, parseQuery } from '@vanish/core/query';

/** The question of a text, where it is one that is measured; null otherwise. */
export const measuredOf = (text: string): MeasuredQuestion | null => {
  const parsed = parseQuery(text);
  return parsed.kind === 'question' && isMeasured(parsed.question) ? parsed.question : null;
};

/** What is wrong with a text; empty where nothing is. */
export const issuesOf = (text: string): readonly Issue[] => {
  const parsed = parseQuery(text);
  return parsed.kind === 'issues' ? parsed.issues : checkQuestion(parsed.question);
};

/** Whether a text is a question that is measured, and neither wrong nor too dear. */
export const isAskable = (text: string): boolean => {
  const question = measuredOf(text);
  return question !== null && checkQuestion(question).length === 0;
};
