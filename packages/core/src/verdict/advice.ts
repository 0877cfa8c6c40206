import { complete, defaultExperiment } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { treat } from '../experiment/treat.ts';
import * as remedies from '../parts/remedies/index.ts';
import type { Pharmacopoeia, Remedy } from '../parts/remedies/remedy.ts';
import { checkQuestion } from '../query/check-question.ts';
import { printNetwork } from '../query/print-query.ts';
import { predictDecades } from '../theory/predict.ts';
import { pharmacopoeiaFor } from './pharmacopoeia.ts';
import { healthyDecades } from './thresholds.ts';
import type { Verdict, VerdictKind } from './verdict.ts';
import { counted, rowNoun, signedDecades } from './words.ts';

type Advice = Verdict['advice'][number];

/** A remedy tried on paper. */
interface Trial {
  readonly remedy: Remedy;
  readonly experiment: Experiment;
  /** Decades between the last and the first layer that theory expects; NaN where it has no answer. */
  readonly decades: number;
}

/** How many pieces of advice are worth reading. */
const most = 3;

/** Kinds that need something else than a better way for the signal, or something else first or after it. */
const mendedBy: Partial<Record<VerdictKind, readonly Remedy['mends'][]>> = {
  tiny: ['steps'],
  dead: ['units', 'signal'],
  vanishing: ['signal', 'memory'],
  exploding: ['signal', 'leaps'],
};

/** By how many decades a change must flatten the gradient to be worth a line. */
const worthwhile = 0.1;

/**
 * Runnable queries: the change that theory expects to leave the flattest gradient first. They are compared with what theory
 * expects of the network as it is, or else with what was measured.
 */
export const advise = (experiment: Experiment, kind: VerdictKind, measuredDecades: number | null): readonly Advice[] => {
  if (kind === 'healthy') return goDeeper(experiment);
  const expected = expectedDecades(experiment);
  const before: Before = Number.isFinite(expected)
    ? { decades: expected, isMeasured: false }
    : { decades: measuredDecades ?? Number.NaN, isMeasured: true };
  const theory = pharmacopoeiaFor(experiment);
  const mends = mendedBy[kind] ?? ['signal'];
  return (
    Object.values(remedies)
      .filter((remedy) => mends.includes(remedy.mends))
      .flatMap((remedy) => tryOut(remedy, experiment, theory))
      .filter((trial) => isWorthwhile(trial, before))
      .sort(
        (one, other) => mends.indexOf(one.remedy.mends) - mends.indexOf(other.remedy.mends) || flattestThenSimplest(one, other),
      )
      .filter(({ remedy: { exchanges } }, position, all) => exchanges === undefined || position === bestExchange(all, exchanges))
      .map((trial) => word(trial, before))
      // two remedies may come to the same change
      .filter(({ query }, position, all) => all.findIndex((other) => other.query === query) === position)
      .slice(0, most)
  );
};

/** Decades between the last and the first layer of the network as it is; NaN where nobody knows. */
interface Before {
  readonly decades: number;
  readonly isMeasured: boolean;
}

const isWorthwhile = ({ remedy, decades }: Trial, before: Before): boolean =>
  remedy.outcome !== undefined || !Number.isFinite(before.decades) || Math.abs(decades) < Math.abs(before.decades) - worthwhile;

const bestExchange = (all: readonly Trial[], exchanged: Remedy['exchanges']): number =>
  all.findIndex(({ remedy }) => remedy.exchanges === exchanged);

const word = ({ remedy, experiment, decades }: Trial, before: Before): Advice => {
  const known = `${before.isMeasured ? 'the measured ' : ''}${signedDecades(before.decades)}`;
  const instead = Number.isFinite(before.decades) ? ` instead of ${known}` : '';
  const expected = remedy.outcome ?? `theory expects ${signedDecades(decades)} over ${rowsOf(experiment)}${instead}`;
  return { query: printNetwork(experiment), why: remedy.why, expected };
};

/** To a tenth of a decade theory makes no difference that a network would show; the shorter question is the smaller change. */
const flattestThenSimplest = (one: Trial, other: Trial): number =>
  slopeOf(one) - slopeOf(other) || lengthOf(one) - lengthOf(other);

/** Tenths of a decade; what theory has no answer for stands behind all that it expects to be healthy. */
const slopeOf = ({ decades }: Trial): number => Math.round(10 * Math.abs(Number.isFinite(decades) ? decades : healthyDecades));

const lengthOf = ({ experiment }: Trial): number => printNetwork(experiment).length;

/** `100 layers`, `20 blocks`, `100 steps` */
const rowsOf = (experiment: Experiment): string => {
  // rows are named alike whatever the task, and a single one is designed in no time
  const [{ name } = { name: '' }] = design({ ...experiment, task: defaultExperiment.task, depth: 1 }).rows;
  return counted(experiment.depth, rowNoun(name));
};

const tryOut = (remedy: Remedy, experiment: Experiment, theory: Pharmacopoeia): readonly Trial[] => {
  const treated = treat(remedy, experiment, theory);
  if (treated === null) return [];
  const decades = expectedDecades(treated);
  const isPromising = Number.isFinite(decades) || remedy.outcome !== undefined;
  return isPromising && canRun(treated) ? [{ remedy, experiment: treated, decades }] : [];
};

/** Advice is a question that is answered. */
const canRun = (experiment: Experiment): boolean => checkQuestion({ kind: 'network', experiment }).length === 0;

const expectedDecades = (experiment: Experiment): number => predictDecades(design(experiment));

/** A healthy network invites the next question: how deep does it stay so? */
const goDeeper = (experiment: Experiment): readonly Advice[] => {
  const depth = Math.min(experiment.depth * 4, 1000);
  const deeper = complete({ depth }, experiment);
  if (depth <= experiment.depth || !canRun(deeper)) return [];
  const decades = expectedDecades(deeper);
  const expected = Number.isFinite(decades)
    ? `theory expects ${signedDecades(decades)} over ${rowsOf(deeper)}`
    : 'no theory says so beforehand';
  return [{ query: printNetwork(deeper), why: 'see how deep this network stays healthy', expected }];
};
