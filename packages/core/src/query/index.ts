export type { Issue } from '../experiment/issue.ts';
export { type ChoiceKey, type FlagKey, type IntegerKey, type Key, keys, type NumberKey, type Rows } from '../experiment/keys.ts';
export type { Axis, Question } from '../experiment/question.ts';
export type { Explanation } from '../parts/variant.ts';
export { checkQuestion } from './check-question.ts';
export { helpText } from './help.ts';
export { type ParsedQuery, parseQuery } from './parse-query.ts';
export { printQuery } from './print-query.ts';
