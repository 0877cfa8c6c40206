import type { TrainingReport } from '@vanish/core';

/** The loss, and how far the layers moved, in sentences. */
export const describeTraining = ({ record }: TrainingReport): readonly string[] => {
  const [first, last] = [record.steps[0], record.steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    `Line chart of the loss, from ${inWords(first)} to ${inWords(last)}, above a heat map of how far each step moves the weights of each layer.`,
  ];
};

const inWords = ({ step, loss: { mean } }: TrainingReport['record']['steps'][number]): string =>
  `${mean === null ? 'no finite number' : mean.toPrecision(3)} in step ${step}`;
