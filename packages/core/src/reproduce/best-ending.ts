import type { TrainingRecord } from '../measure/training/training-record.ts';
import { mean } from '../numbers/statistics.ts';
import type { Laboratory } from './laboratory.ts';
import type { PlainNet } from './plain-net.ts';

/** How a training ended: means over its last recorded steps and over networks. */
export interface Ending {
  /** ∞ where NaN or ±∞ ended it in one of the networks. */
  readonly loss: number;
  /** Share of examples whose largest output is that of their class; NaN likewise. **Range** 0 … 1. */
  readonly accuracy: number;
}

/** Enough examples for accuracies that are right to 1 %, few enough steps to stand for the last. */
const lastRecorded = 10;

export const endingOf = ({ steps, stopped }: TrainingRecord): Ending => {
  if (stopped !== null) return { loss: Number.POSITIVE_INFINITY, accuracy: Number.NaN };
  const last = steps.slice(-lastRecorded);
  return { loss: mean(last.map(({ loss }) => loss.mean ?? Number.NaN)), accuracy: mean(last.map(({ accuracy }) => accuracy)) };
};

/** Trains at each rate, and takes the ending with the smallest loss. */
export const bestEnding = async (
  laboratory: Laboratory,
  net: PlainNet,
  { steps, rates }: { readonly steps: number; readonly rates: readonly number[] },
): Promise<Ending> => {
  const endings: Ending[] = [];
  for (const learningRate of rates) endings.push(endingOf(await laboratory.train(net, { steps, learningRate })));
  return endings.reduce((best, ending) => (ending.loss < best.loss ? ending : best));
};
