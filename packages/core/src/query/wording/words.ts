import type { Issue } from '../../experiment/issue.ts';
import { mistake, quote } from '../mistake.ts';

export const unknownTopic = (verb: string, given: string, nearest: string | null, allowed: readonly string[]): Issue =>
  mistake({ given, problem: `no ${verb} on ${quote(given)}`, nearest, allowed });

export const unknownSubject = (given: string, nearest: string | null, lists: readonly string[]): Issue =>
  mistake({
    given,
    problem: `nothing explains ${quote(given)}`,
    nearest: nearest === null ? 'list topics' : `explain ${nearest}`,
    allowed: nearest === null ? lists : [],
    label: 'list shows',
  });

export const unknownExample = (given: string, nearest: string | null, names: readonly string[]): Issue =>
  mistake({
    given,
    problem: `there is no example ${quote(given)}`,
    nearest: nearest === null ? 'example' : `example ${nearest}`,
    allowed: names,
  });
