import { netsTaking, tasksTaking } from '../experiment/applicable.ts';
import { defaultExperiment } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf, keys } from '../experiment/keys.ts';
import { netsReading } from '../experiment/reading.ts';

/** What an issue is made from; the sentence follows from it. */
export interface Mistake {
  readonly field?: string | null;
  readonly given: string;
  /** Without its full stop. May quote `given` through `quote`. */
  readonly problem: string;
  /** The nearest valid form, ready to be typed. */
  readonly nearest?: string | null;
  /** What of the nearest form the sentence shows, where not all of it. */
  readonly shown?: string;
  readonly allowed?: readonly string[];
  /** How the sentence introduces what is allowed. */
  readonly label?: string;
}

const longestGiven = 40;
const mostAllowedShown = 20;

/** Text short enough for a chat line. */
export const cut = (text: string): string => {
  const characters = [...text];
  return characters.length <= longestGiven ? text : `${characters.slice(0, longestGiven - 3).join('')}...`;
};

/** Somebody's own words inside a sentence: short, and without a quote that would end early. */
export const quote = (text: string): string => `"${cut(text).replaceAll('"', "'")}"`;

/**
 * A pair that means something by itself: a key of some architectures or tasks brings one along, a task a network that reads it, and
 * a key that says more about a number that number.
 */
export const runnable = (named: string | null, pair: string): string => {
  // the nearest form may be a pair of another key
  const meant = keys.find(({ name }) => pair.startsWith(`${name}=`))?.field ?? named;
  if (meant === null || !(meant in keyOf) || pair.includes('net=')) return pair;
  const { speaksOf, field } = keyOf[meant as keyof Experiment];
  if (speaksOf !== undefined) return `${keyOf[speaksOf].example} ${pair}`;
  const [task] = without(tasksTaking(field), defaultExperiment.task.name);
  const withTask = task === undefined ? pair : `task=${task} ${pair}`;
  const taskName = /(?:^|\s)task=([^\s(]+)/u.exec(withTask)?.[1] ?? defaultExperiment.task.name;
  const taking = netsReading(taskName).filter((net) => netsTaking(field).includes(net));
  const [net] = without(taking, defaultExperiment.net.name);
  return net === undefined ? withTask : `net=${net} ${withTask}`;
};

/** Names from which to choose another; none where the usual one will do. */
const without = (names: readonly string[], usual: string): readonly string[] => (names.includes(usual) ? [] : names);

/** The issue of a mistake: problem, nearest form, what is allowed, in one sentence. */
export const mistake = ({
  field = null,
  given,
  problem,
  nearest = null,
  shown,
  allowed = [],
  label = 'known',
}: Mistake): Issue => {
  const hint = nearest === null ? '' : ` - did you mean "${shown ?? nearest}"?`;
  const some = allowed.slice(0, mostAllowedShown).join(', ') + (allowed.length > mostAllowedShown ? ', ...' : '');
  const choices = allowed.length === 0 ? '' : `${nearest === null ? ' - ' : ' '}${label}: ${some}`;
  return Object.freeze({
    field,
    given: cut(given),
    problem,
    nearest: nearest === null ? null : runnable(field, nearest),
    allowed: Object.freeze([...allowed]),
    message: problem + hint + choices,
  });
};
