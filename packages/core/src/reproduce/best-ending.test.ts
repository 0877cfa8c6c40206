import { expect, test } from 'vitest';
import type { TrainingRecord } from '../measure/training/training-record.ts';
import { relu } from '../parts/activations/relu.ts';
import { bestEnding, endingOf } from './best-ending.ts';
import type { Laboratory } from './laboratory.ts';

/** A record of which only losses and accuracies matter. */
const recordOf = (losses: readonly number[], stopped: TrainingRecord['stopped'] = null): TrainingRecord => ({
  steps: losses.map((loss, index) => ({
    step: index + 1,
    loss: { mean: loss, sd: null },
    lossPerSeed: [loss],
    accuracy: loss / 10,
    rows: [],
  })),
  histograms: [],
  binDecades: 0.25,
  movements: [],
  chanceLoss: Math.log(10),
  chanceAccuracy: 0.1,
  answersPerStep: 100,
  answers: 'classes',
  stopped,
});

test('an ending is the mean of the last ten recorded steps', () => {
  const { loss, accuracy } = endingOf(recordOf([9, 9, 9, ...Array.from({ length: 10 }, (_, index) => index)]));
  expect(loss).toBeCloseTo(4.5, 12);
  expect(accuracy).toBeCloseTo(0.45, 12);
});

test('a training that broke has learnt nothing', () => {
  expect(endingOf(recordOf([1], { step: 1, name: 'the loss' }))).toEqual({
    loss: Number.POSITIVE_INFINITY,
    accuracy: Number.NaN,
  });
});

test('the rate with the smallest loss counts, wherever it stands', async () => {
  const records = new Map([
    [1, recordOf([0.1], { step: 1, name: 'the loss' })],
    [0.1, recordOf([2])],
    [0.01, recordOf([1])],
    [0.001, recordOf([3])],
  ]);
  const train: Laboratory['train'] = async (_, { learningRate, steps }) => {
    expect(steps).toBe(7);
    return records.get(learningRate) as TrainingRecord;
  };
  const laboratory = { train } as Laboratory;
  const net = { activation: relu, depth: 1, width: 1, seeds: 1 };
  expect((await bestEnding(laboratory, net, { steps: 7, rates: [...records.keys()] })).loss).toBe(1);
});
