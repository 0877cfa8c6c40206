import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { keyOf } from '../experiment/keys.ts';
import { checkQuestion } from '../query/check-question.ts';
import { parseQuery } from '../query/parse-query.ts';
import { printQuery } from '../query/print-query.ts';
import type { TrainingVerdict } from './training-verdict.ts';
import type { Verdict } from './verdict.ts';

/** How much longer a training goes on where the network was healthy and time was short, and how much smaller steps become. */
const [longer, smaller] = [4, 10];

/** What to try after a training: what mends the network, or, where it was healthy, more steps or smaller ones. */
export const adviseTraining = (
  experiment: Experiment,
  initial: Verdict,
  outcome: TrainingVerdict['outcome'],
): TrainingVerdict['advice'] => {
  if (outcome === 'learned') return null;
  const mended = initial.kind === 'healthy' ? null : trained(experiment, initial);
  if (mended !== null) return mended;
  if (outcome === 'stopped') {
    const { learningRate } = design(experiment);
    return offer({ lr: Number((learningRate / smaller).toPrecision(3)) }, experiment, 'steps a tenth as large');
  }
  const train = Math.min(longer * experiment.train, keyOf.train.maximum);
  return train === experiment.train ? null : offer({ train }, experiment, 'the gradient arrives at every layer: train it longer');
};

/** The first piece of advice that was given before the training, as a training of as many steps. */
const trained = ({ train }: Experiment, { advice: [first] }: Verdict): TrainingVerdict['advice'] => {
  const parsed = first === undefined ? null : parseQuery(first.query);
  if (first === undefined || parsed?.kind !== 'question') return null;
  const { question } = parsed;
  if (question.kind !== 'network' && question.kind !== 'training') return null;
  return offer({ train: Math.max(train, question.experiment.train) }, question.experiment, first.why);
};

/** A training that one reply can take; null where it cannot. */
const offer = (change: Partial<Experiment>, experiment: Experiment, why: string): TrainingVerdict['advice'] => {
  const question = { kind: 'training', experiment: complete(change, experiment) } as const;
  return checkQuestion(question).length === 0 ? { query: printQuery(question), why } : null;
};
