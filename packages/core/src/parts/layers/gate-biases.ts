import { biases } from './biases.ts';
import type { RecurrentSettings } from './recurrence.ts';
import type { Parameter, Pass } from './stage.ts';

/** Biases of the gates and the candidate, zero at first and side by side: what a training adds to those that a cell starts with. */
export const gateBiases = (pass: Pass, { row, units, tied }: RecurrentSettings, gates: number): Parameter | null =>
  pass.isTraining ? pass.shared(`gate biases${tied ? '' : ` of step ${row}`}`, () => biases(pass, gates * units, null)) : null;
