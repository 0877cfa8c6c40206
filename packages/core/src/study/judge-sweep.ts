import { counted, shortNumber } from '../verdict/words.ts';
import { agreement } from './agreement.ts';
import { type Point, passes } from './point.ts';
import type { Curve, StudyVerdict, SweptAxis } from './study-report.ts';

/** What a sweep came to: over which stretch each network trains, and where it is best. */
export const judgeSweep = (axis: SweptAxis, curves: readonly Curve[], advice: StudyVerdict['advice']): StudyVerdict => {
  const stretches = curves.map((curve) => stretchOf(axis, curve));
  const sentences = curves.map((curve, index) => sentenceOf(axis, curve, stretches[index] ?? null));
  const [longest] = [...curves.keys()].sort((one, other) => lengthOf(stretches[other]) - lengthOf(stretches[one]));
  return Object.freeze({
    headline: `${capital(sentences[longest ?? 0] ?? 'nothing was measured')}.`,
    evidence: [
      ...sentences.filter((_, index) => curves.length > 1 && index !== longest),
      ...curves.flatMap((curve) => factsOf(axis, curve)),
    ],
    advice,
  });
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

/** `tanh is trainable up to depth=34`, `learns from lr=0.01 to lr=0.3, best at lr=0.1 with a loss of 0.21` */
const sentenceOf = ({ key }: SweptAxis, { name, points }: Curve, stretch: Stretch | null): string => {
  const who = name === '' ? 'the network' : name;
  const known = points.filter((point) => point !== null);
  const isTrained = known.some(({ training }) => training !== null);
  const verb = isTrained ? 'learns' : 'is trainable';
  if (known.length === 0) return `of ${who} nothing was measured in time`;
  if (stretch === null)
    return `${who} ${isTrained ? 'does not learn' : 'is not trainable'} anywhere on this range: ${kindsOf(known)}`;
  const best = isTrained ? bestOf(key, known) : '';
  return `${who} ${verb} ${extent(key, stretch)}${best}`;
};

const extent = (key: string, { from, to, isWhole, startsAtEnd, endsAtEnd }: Stretch): string => {
  const [low, high] = [`${key}=${shortNumber(from)}`, `${key}=${shortNumber(to)}`];
  if (isWhole) return `over the whole range, ${low} to ${shortNumber(to)}`;
  if (from === to) return `at ${low} alone`;
  if (startsAtEnd) return `up to ${high}`;
  return endsAtEnd ? `from ${low} on` : `from ${low} to ${shortNumber(to)}`;
};

const bestOf = (key: string, points: readonly Point[]): string => {
  const [best] = points
    .filter(({ training }) => training?.loss != null)
    .sort((one, other) => (one.training?.loss ?? 0) - (other.training?.loss ?? 0));
  const place = best === undefined ? undefined : new RegExp(`(?:^|\\s)${key}=(\\S+)`, 'u').exec(best.query)?.[1];
  return best === undefined || place === undefined
    ? ''
    : `, best at ${key}=${place} with a loss of ${shortNumber(best.training?.loss ?? 0)}`;
};

/** `vanishing (9), borderline (3)` */
const kindsOf = (points: readonly Point[]): string => {
  const kinds = new Map<string, number>();
  for (const { kind } of points) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => (kinds.size === 1 ? kind : `${kind} at ${counted(count, 'point')}`))
    .join(', ');
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
