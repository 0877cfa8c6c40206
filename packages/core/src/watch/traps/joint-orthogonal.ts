import { initializersOf } from './initializers-of.ts';
import type { Trap } from './trap.ts';

/** How many gates share a recurrent matrix, by class of layer. */
const gates: Readonly<Record<string, number>> = { LSTM: 4, GRU: 3 };

/** The recurrent matrices of all gates are drawn as one orthogonal matrix, so that none is orthogonal itself. */
export const jointOrthogonal: Trap = {
  name: 'joint-orthogonal',
  summary: 'orthogonal recurrent weights of lstm and gru are orthogonal for all gates together and for none alone',
  source: 'tfjs-layers 4.22 recurrent.ts: the recurrent kernel is [n, 4n] or [n, 3n]; measured 0.2455 of 1/n per block',
  precedence: 40,
  isLossy: true,
  find: (patient) => {
    const count = gates[patient.className];
    const initializer = initializersOf(patient).find(
      ({ key, className }) => key === 'recurrentInitializer' && className === 'Orthogonal',
    );
    if (count === undefined || initializer === undefined) return null;
    return {
      problem: `the orthogonal recurrent weights of ${patient.name} are one matrix for ${count} gates: each gate has 1/${count} of the variance and is not orthogonal`,
      change: `recurrentInitializer: tf.initializers.orthogonal({ gain: ${Math.sqrt(count).toFixed(3)} })`,
      expected: 'a variance of 1/n per gate, as one orthogonal matrix has it',
    };
  },
};
