import type { TrainingReport } from '@vanish/core';
import { powerOfTen } from '../words/numbers.ts';

type Step = TrainingReport['record']['steps'][number];

/** The gradient at the first and the last row, when the training begins and when it ends, in sentences. */
export const describeSignals = (report: TrainingReport): readonly string[] => {
  const { steps } = report.record;
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  const sentences = [compare(report, first), ...(first === last ? [] : [compare(report, last)])];
  return [
    'Heat map of the gradient that arrives at each row of the network in each step, below the curve of the loss.',
    ...sentences,
  ];
};

const compare = ({ initial }: TrainingReport, { step, rows }: Step): string => {
  const { layers } = initial.measured;
  const told = [0, layers.length - 1].map((row) => `${sizeOf(rows[row]?.signal ?? null)} at ${layers[row]?.name ?? ''}`);
  return `In step ${step} it is ${[...new Set(told)].join(' and ')}.`;
};

const sizeOf = (decades: number | null): string => (decades === null ? 'zero or no finite number' : powerOfTen(decades));
