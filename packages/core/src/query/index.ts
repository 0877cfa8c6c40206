export type { Issue } from '../experiment/issue.ts';
export { type ChoiceKey, type FlagKey, type IntegerKey, type Key, keys, type NumberKey, type Rows } from '../experiment/keys.ts';
export { type Axis, isMeasured, type MeasuredQuestion, type Question, type Study } from '../experiment/question.ts';
export { checkQuestion } from './check-question.ts';
export { helpText } from './help.ts';
export { type ParsedQuery, parseQuery } from './parse-query.ts';
export { printQuery } from './print-query.ts';
