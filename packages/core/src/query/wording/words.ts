import type { Issue } from '../../experiment/issue.ts';
import { mistake, quote } from '../mistake.ts';

export const topicMissing = (verb: string, nearest: string): Issue => mistake({ given: verb, problem: `${verb} what?`, nearest });

export const unknownTopic = (verb: string, given: string, nearest: string | null, allowed: readonly string[]): Issue =>
  mistake({ given, problem: `no ${verb} on ${quote(given)}`, nearest, allowed });
