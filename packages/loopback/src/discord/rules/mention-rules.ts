import { fieldsOf, isAbsent, listOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';

/** Where `allowed_mentions` contradicts itself or names too many. */
export const mentionBreaches = (value: unknown): readonly Breach[] => {
  if (isAbsent(value)) return [];
  const { parse, users, roles } = fieldsOf(value);
  const parsed = listOf(parse);
  return [
    ...breachIf(
      (parsed.includes('users') && listOf(users).length > 0) || (parsed.includes('roles') && listOf(roles).length > 0),
      'allowed-mentions-exclusive',
      'allowed_mentions parses a kind and lists some of it',
    ),
    ...breachIf(
      listOf(users).length > 100 || listOf(roles).length > 100,
      'allowed-mentions-count',
      'at most 100 of a kind are listed',
    ),
  ];
};
