import type { Issue } from '@vanish/core/query';
import { issuesOf } from './askable.ts';

/** What somebody probably meant to ask, as a question that works; null where nobody can tell. */
export const correct = (text: string, issues: readonly Issue[]): string | null => {
  const words = text.trim().split(/\s+/u);
  const mended = issues.reduce((all, issue) => all.map((word) => mend(word, issue)), words).join(' ');
  // numbers that are allowed one by one may be too much together, of which there is a nearest, too
  const candidates = [mended, ...wholeOf(issues), ...(mended === text ? [] : wholeOf(issuesOf(mended)))];
  return candidates.find((candidate) => candidate !== text && issuesOf(candidate).length === 0) ?? null;
};

/** Whole questions among what was probably meant. */
const wholeOf = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ nearest }) => nearest ?? '').filter((nearest) => nearest.includes(' '));

/** A word with what was given in it replaced by the nearest: the whole pair of a mistyped key, one item of a list, one value. */
const mend = (word: string, { given, nearest }: Issue): string => {
  const [, meantKey = '', meant = ''] = /^([^=\s]+)=(\S+)$/u.exec(nearest ?? '') ?? [];
  const [, key = '', sign = '', value = ''] = /^((?:--)?[^=:]+)([=:])(.*)$/u.exec(word) ?? [];
  if (meant === '' || sign === '') return word;
  if (key === given) return `${meantKey}=${value}`;
  const items = value.split(',');
  return items.includes(given) ? `${key}${sign}${items.map((item) => (item === given ? meant : item)).join(',')}` : word;
};
