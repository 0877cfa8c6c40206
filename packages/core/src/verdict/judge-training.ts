import type { Experiment } from '../experiment/experiment.ts';
import type { Movement, TrainingRecord } from '../measure/training/training-record.ts';
import { allSteps } from '../parts/layers/shared-weights.ts';
import { adviseTraining } from './advise-training.ts';
import { atTheEnd, certainty, thresholds, wayFromChance } from './progress.ts';
import type { TrainingVerdict } from './training-verdict.ts';
import type { Verdict } from './verdict.ts';
import { counted, percent } from './words.ts';

/** Says who learned in a training, and whether the verdict at initialisation was right. */
export const judgeTraining = (experiment: Experiment, initial: Verdict, record: TrainingRecord): TrainingVerdict => {
  const outcome = outcomeOf(record);
  // a gradient that fades over time steps still reaches the last ones, and weights that all steps share with it
  const fadesOverTime = initial.kind === 'vanishing' && record.movements.some(({ name }) => name === allSteps);
  const wasExpected = initial.kind === 'healthy' || initial.kind === 'borderline' || fadesOverTime;
  const wasRight = wasExpected ? outcome !== 'not' : outcome !== 'learned';
  return Object.freeze({
    outcome,
    wasInitialVerdictRight: wasRight,
    headline: headlineOf(outcome, record, experiment.train),
    layers: describeLayers(record.movements),
    advice: adviseTraining(experiment, initial, outcome),
    initially: `At initialisation the verdict was "${initial.kind}"${fadesOverTime ? ', which hides what lies far back and not the last steps' : ''}, so ${wasExpected ? 'learning' : 'no learning'} was to be expected: ${wasRight ? 'right' : 'wrong'}.`,
  });
};

const outcomeOf = (record: TrainingRecord): TrainingVerdict['outcome'] => {
  if (record.stopped !== null) return 'stopped';
  const { way, error } = wayFromChance(record);
  const { most, some } = thresholds[record.answers];
  // what chance alone may bring is not learned
  if (way <= certainty * error) return 'not';
  if (way > most) return 'learned';
  return way > some ? 'partly' : 'not';
};

const beginnings: Readonly<Record<TrainingVerdict['outcome'], string>> = {
  learned: 'Learned',
  partly: 'Learned in part',
  not: 'Did not learn',
  stopped: 'Stopped',
};

const headlineOf = (outcome: TrainingVerdict['outcome'], record: TrainingRecord, steps: number): string => {
  const { stopped, chanceAccuracy, chanceLoss, answers } = record;
  if (stopped !== null) return `Stopped: in step ${stopped.step} ${stopped.name} was no longer a finite number.`;
  const { loss, accuracy } = atTheEnd(record);
  const chance = answers === 'open-classes' ? 'by frequency alone' : 'chance';
  const lossText = chanceLoss === null ? '' : `, the loss ${loss.toPrecision(3)} (${chance} ${chanceLoss.toPrecision(3)})`;
  const right = answers === 'number' ? 'the share of answers near enough' : 'the accuracy';
  return `${beginnings[outcome]}: after ${counted(steps, 'step')} ${right} is ${percent(accuracy)} (${chance} ${percent(chanceAccuracy)})${lossText}.`;
};

/** Which rows moved a hundredth of their size, and when. */
const describeLayers = (movements: readonly Movement[]): string => {
  const moved = movements.filter(({ learnedAt }) => learnedAt !== null);
  const idle = movements.filter(({ learnedAt }) => learnedAt === null);
  if (moved.length === 0) return 'No weights moved by a hundredth of their size.';
  const steps = moved.map(({ learnedAt }) => learnedAt ?? 0);
  const when = `by step ${Math.min(...steps)}${Math.max(...steps) > Math.min(...steps) ? ` to ${Math.max(...steps)}` : ''}`;
  if (idle.length === 0) return `All weights moved by a hundredth of their size, ${when}.`;
  return `Weights moved by a hundredth of their size at ${rangeOf(moved)}, ${when}; ${rangeOf(idle)} did not.`;
};

const rangeOf = (movements: readonly Movement[]): string => {
  const [first, last] = [movements[0]?.name ?? '', movements.at(-1)?.name ?? ''];
  return movements.length === 1 ? first : `${first} to ${last}`;
};
