import { counted, shortNumber, valueOfKey } from '../verdict/words.ts';
import { agreement } from './agreement.ts';
import { type Point, passes } from './point.ts';
import type { Curve, StudyVerdict, SweptAxis } from './study-report.ts';

/** Curves that one sentence holds. */
const mostNamed = 3;

/** What a sweep came to: over which stretch each network trains, and where it is best. */
export const judgeSweep = (axis: SweptAxis, curves: readonly Curve[], advice: StudyVerdict['advice']): StudyVerdict => {
  const told = curves
    .map((curve): Told => ({ curve, stretch: stretchOf(axis, curve) }))
    .sort((one, other) => lengthOf(other.stretch) - lengthOf(one.stretch));
  const [first, ...others] = clausesOf(axis, told);
  return Object.freeze({
    headline: `${capital([first ?? 'nothing was measured', ...others.slice(0, mostNamed - 1)].join('; '))}.`,
    evidence: [...others.slice(mostNamed - 1), ...curves.flatMap((curve) => factsOf(axis, curve))],
    advice: advice ?? adviceAt(told),
  });
};

interface Told {
  readonly curve: Curve;
  readonly stretch: Stretch | null;
}

/**
 * The whole answer of the network that learns best, or of the last that is still trainable; where none is, what would help the first.
 */
const adviceAt = (told: readonly Told[]): StudyVerdict['advice'] => {
  const [known = []] = told.map(({ curve }) => curve.points.filter((point) => point !== null));
  const [best] = told
    .flatMap(({ curve }) => curve.points.filter((point) => point !== null))
    .filter(({ training }) => training?.loss != null)
    .sort((one, other) => (one.training?.loss ?? 0) - (other.training?.loss ?? 0));
  if (best !== undefined) return { query: best.query, why: 'the whole answer of the network that learns best' };
  const [first, last] = [known[0], known.filter((point) => passes(point)).at(-1)];
  if (last !== undefined) return { query: last.query, why: 'the whole answer of the last network that passes' };
  return first === undefined ? null : { query: `fix ${first.query}`, why: 'what would make it trainable' };
};

/** The longest run of points that pass, and how many there are besides. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly isWhole: boolean;
  readonly startsAtEnd: boolean;
  readonly endsAtEnd: boolean;
}

const stretchOf = ({ values }: SweptAxis, { points }: Curve): Stretch | null => {
  let best: readonly [number, number] | null = null;
  let start: number | null = null;
  for (let index = 0; index <= points.length; index += 1) {
    const isGood = index < points.length && passes(points[index] ?? null);
    if (isGood) start ??= index;
    if (isGood || start === null) continue;
    if (best === null || index - start > best[1] - best[0]) best = [start, index];
    start = null;
  }
  if (best === null) return null;
  const [first, end] = best;
  return {
    from: values[first] as number,
    to: values[end - 1] as number,
    length: end - first,
    isWhole: end - first === points.length,
    startsAtEnd: first === 0,
    endsAtEnd: end === points.length,
  };
};

const lengthOf = (stretch: Stretch | null | undefined): number => stretch?.length ?? 0;

/** `tanh and elu are trainable up to depth=34`, then `relu up to depth=7`; curves of which the same is true share a clause. */
const clausesOf = (axis: SweptAxis, told: readonly Told[]): readonly string[] => {
  const names = new Map<string, string[]>();
  for (const one of told) {
    const where = whereOf(axis, one);
    names.set(where, [...(names.get(where) ?? []), one.curve.name === '' ? 'the network' : one.curve.name]);
  }
  const isTrained = told.some(({ curve }) => curve.points.some((point) => point != null && point.training !== null));
  const verb = (count: number): string => {
    if (isTrained) return count === 1 ? ' learns' : ' learn';
    return count === 1 ? ' is trainable' : ' are trainable';
  };
  return [...names].map(([where, who], index) => {
    if (where === '') return `of ${inWords.format(who)} nothing was measured in time`;
    return `${inWords.format(who)}${index === 0 ? verb(who.length) : ''} ${where}`;
  });
};

const inWords = new Intl.ListFormat('en-GB');

/** `up to depth=34`, `from lr=0.01 to 0.3, best at lr=0.1 with a loss of 0.21`; empty where nothing was measured. */
const whereOf = (axis: SweptAxis, { curve: { points }, stretch }: Told): string => {
  const known = points.filter((point) => point !== null);
  if (known.length === 0) return '';
  if (stretch === null) return `nowhere on this range (${kindsOf(known)})`;
  return `${extent(axis.key, stretch)}${known.some(({ training }) => training !== null) ? bestOf(axis, points) : ''}`;
};

const extent = (key: string, { from, to, isWhole, startsAtEnd, endsAtEnd }: Stretch): string => {
  const [low, high] = [`${key}=${valueOfKey(from)}`, `${key}=${valueOfKey(to)}`];
  if (isWhole) return `over the whole range, ${low} to ${valueOfKey(to)}`;
  if (from === to) return `at ${low} alone`;
  if (startsAtEnd) return `up to ${high}`;
  return endsAtEnd ? `from ${low} on` : `from ${low} to ${valueOfKey(to)}`;
};

const bestOf = ({ key, values }: SweptAxis, points: readonly (Point | null)[]): string => {
  const losses = points.map((point) => point?.training?.loss ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...losses);
  const place = values[losses.indexOf(least)];
  return place === undefined || least === Number.POSITIVE_INFINITY
    ? ''
    : `, best at ${key}=${valueOfKey(place)} with a loss of ${shortNumber(least)}`;
};

/** `vanishing at 9 points, borderline at 3 points`; of trainings `not at 9 points, in part at 3 points` */
const kindsOf = (points: readonly Point[]): string => {
  const kinds = new Map<string, number>();
  for (const { kind, training } of points) {
    const word = training === null ? kind : outcomeWords[training.outcome];
    kinds.set(word, (kinds.get(word) ?? 0) + 1);
  }
  return [...kinds]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => (kinds.size === 1 ? kind : `${kind} at ${counted(count, 'point')}`))
    .join(', ');
};

const outcomeWords: Readonly<Record<NonNullable<Point['training']>['outcome'], string>> = {
  learned: 'learned',
  partly: 'in part',
  not: 'not',
  stopped: 'not finite',
};

/** What theory says of a curve, and how well that agrees. */
const factsOf = (axis: SweptAxis, curve: Curve): readonly string[] =>
  [theoryFact(axis, curve), agreement(curve.points)].flatMap((fact) =>
    fact === null ? [] : [curve.name === '' ? fact : `${curve.name}: ${fact}`],
  );

const theoryFact = ({ key }: SweptAxis, { depthScale, trainableDepth }: Curve): string | null =>
  key !== 'depth' || depthScale === null || trainableDepth === null
    ? null
    : `theory has a depth scale of ξ = ${shortNumber(depthScale)} layers, and plain gradient descent trains to about 6 ξ = ${shortNumber(trainableDepth)}`;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
