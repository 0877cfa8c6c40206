import type { Question } from '../experiment/question.ts';
import { mean } from '../numbers/statistics.ts';
import { hasLearnedSome } from '../verdict/training-verdict.ts';
import { inDecades, powerOfTen, shortNumber } from '../verdict/words.ts';
import { initialOf, type Member, type PerSeed, pairsOfSeeds } from './rank.ts';
import type { ComparisonReport, Ranked, StudyVerdict } from './study-report.ts';
import { trainInstead } from './train-instead.ts';

type Ranking = Pick<ComparisonReport, 'ranking' | 'rankedBy'>;

/** What a comparison came to: who is best, by how much, and how sure that is. */
export const judgeComparison = (question: Question, members: readonly Member[], { ranking, rankedBy }: Ranking): StudyVerdict =>
  Object.freeze({
    headline: rankedBy === 'loss' ? lossHeadline(members, ranking) : signalHeadline(members, ranking),
    evidence: ranking.map((ranked) => place(ranked, rankedBy)),
    advice: adviceOf(question, members, ranking),
  });

/** `relu + he-normal carries 1.2·10⁵ times more signal to the first layer than sigmoid.` */
const signalHeadline = (members: readonly Member[], ranking: readonly Ranked[]): string => {
  const [best, worst] = [ranking[0], ranking.at(-1)];
  if (best === undefined || worst === undefined || best === worst) return only(members);
  const [more, less] = [firstSignal(members, best), firstSignal(members, worst)];
  if (best.value === null) return 'In none of these networks does a finite gradient reach the first layer.';
  if (less === null || more === null)
    return `${best.name} carries a signal to the first layer, ${worst.name} none that is finite.`;
  const factor = pairedDifference(members, best, worst) ?? more - less;
  if (Math.abs(factor) < alike)
    return `${best.name} and ${worst.name} carry the same signal to the first layer, to within a factor of 1.3.`;
  return factor > 0
    ? `${best.name} carries ${powerOfTen(factor)} times more signal to the first layer than ${worst.name}.`
    : `${worst.name} sends ${powerOfTen(-factor)} times more signal to the first layer than ${best.name}, which keeps it flattest.`;
};

/** Decades within which two signals are called the same. */
const alike = 0.1;

const only = ([member]: readonly Member[]): string =>
  member === undefined ? 'Nothing was measured.' : initialOf(member.report).verdict.headline;

const reportOf = (members: readonly Member[], { query }: Ranked): Member | undefined =>
  members.find(({ report }) => report.query === query);

const perSeed = (members: readonly Member[], ranked: Ranked): PerSeed => {
  const member = reportOf(members, ranked);
  return member === undefined ? [] : (initialOf(member.report).measured.layers[0]?.signalPerSeed ?? []);
};

const firstSignal = (members: readonly Member[], ranked: Ranked): number | null => {
  const member = reportOf(members, ranked);
  return member === undefined ? null : (initialOf(member.report).measured.layers[0]?.signal.log10Rms ?? null);
};

/** Mean difference of log₁₀ RMS at the first layer over pairs of the same seed. */
const pairedDifference = (members: readonly Member[], one: Ranked, other: Ranked): number | null => {
  const pairs = pairsOfSeeds(perSeed(members, one), perSeed(members, other));
  return pairs.length === 0 ? null : mean(pairs.map(([value, beside]) => value - beside));
};

const lossHeadline = (members: readonly Member[], ranking: readonly Ranked[]): string => {
  const [best, second] = ranking;
  if (best === undefined) return 'Nothing was trained.';
  if (best.value === null) return 'None of these networks came to the end of its training with a finite loss.';
  if (members.every(({ report }) => report.kind === 'training' && !hasLearnedSome(report.verdict)))
    return `None of these networks learns: the smallest loss, that of ${best.name}, ends at ${shortNumber(best.value)}.`;
  const loss = `${best.name} learns best: its loss ends at ${shortNumber(best.value)}`;
  if (second === undefined) return `${loss}.`;
  if (second.value === null || second.behind === null) return `${loss}; that of ${second.name} is not finite.`;
  return second.behind.low > 0
    ? `${loss}, that of ${second.name} at ${shortNumber(second.value)}.`
    : `${best.name} and ${second.name} learn equally well: their losses end at ${shortNumber(best.value)} and ${shortNumber(second.value)}, which these networks cannot tell apart.`;
};

/** One line of the ranking, its distance from the best with the interval. */
const place = ({ name, value, behind }: Ranked, rankedBy: ComparisonReport['rankedBy']): string => {
  if (value === null) return `${name}: no finite ${rankedBy === 'loss' ? 'loss' : 'signal'} in every network`;
  const own = rankedBy === 'loss' ? `loss ${shortNumber(value)}` : changeOf(value);
  if (behind === null) return `${name}: ${own}`;
  const unit = rankedBy === 'loss' ? '' : ' decades';
  const half = (behind.high - behind.low) / 2;
  return `${name}: ${own}, ${shortNumber(behind.value)} ± ${shortNumber(half)}${unit} behind the best (95 %, same seeds)`;
};

const changeOf = (decades: number): string => {
  if (Math.abs(decades) < 0.05) return 'the signal stays as it is over depth';
  return decades < 0
    ? `the signal loses ${inDecades(decades)} over depth`
    : `the signal grows by ${inDecades(decades)} over depth`;
};

/** Whether training agrees; where that costs too much, or has been done, what the best would be told to try next by itself. */
const adviceOf = (question: Question, members: readonly Member[], [best]: readonly Ranked[]): StudyVerdict['advice'] => {
  const trained = trainInstead(question, 'whether training agrees: who learns, and how fast');
  const member = best === undefined ? undefined : reportOf(members, best);
  if (trained !== null || best === undefined || member === undefined) return trained;
  const { report } = member;
  if (report.kind === 'training') return report.verdict.advice;
  const [first] = report.verdict.advice;
  return first === undefined ? null : { query: first.query, why: `of the best of them, ${best.name}: ${first.why}` };
};
