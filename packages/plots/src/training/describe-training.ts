import type { TrainingReport } from '@vanish/core';
import { plainText } from '../words/plain-text.ts';

/** What the picture of a training shows, in sentences. */
export const describeTraining = ({ verdict, record, query }: TrainingReport): string => {
  const [first, last] = [record.steps[0], record.steps.at(-1)];
  const course =
    first === undefined || last === undefined
      ? ''
      : `Line chart of the loss, from ${inWords(first)} to ${inWords(last)}, above a heat map of how far each step moves the weights of each layer.`;
  return plainText([verdict.headline, course, verdict.layers, verdict.initially, `Question: ${query}.`].join(' '));
};

const inWords = ({ step, loss: { mean } }: TrainingReport['record']['steps'][number]): string =>
  `${mean === null ? 'no finite number' : mean.toPrecision(3)} in step ${step}`;
