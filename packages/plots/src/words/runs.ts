/** Neighbouring rows in one stretch: first and last index. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The stretches of consecutive positions at which something holds. */
export const runsOf = (holds: readonly boolean[]): readonly Run[] => {
  const starts = [...holds.keys()].filter((index) => holds[index] === true && holds[index - 1] !== true);
  const ends = [...holds.keys()].filter((index) => holds[index] === true && holds[index + 1] !== true);
  return starts.map((from, index) => ({ from, to: ends[index] ?? from }));
};

/** `layer 3`, `layers 1–37`, `layers 1–3, 7`; more than three stretches become `19 layers`. */
export const wordRuns = (runs: readonly Run[], noun: string): string => {
  const count = runs.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (runs.length > 3) return `${count} ${noun}s`;
  const stretches = runs.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`));
  return `${noun}${count === 1 ? '' : 's'} ${stretches.join(', ')}`;
};
