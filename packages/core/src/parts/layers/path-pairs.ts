/** One step back in time for pairs of paths: what becomes of each of them. */
export interface PairStep {
  /** E a²: both stay, side by side. */
  readonly together: number;
  /** Both stay or both pass, apart. */
  readonly apart: number;
  /** One of them passes the weights and the other does not. */
  readonly parting: number;
}

/**
 * Moves pairs of paths one time step back. Paths that have passed the shared weights equally often stand at the same unit and
 * add up as squares; those that have not meet independent entries, as products of means, and count once they are level again.
 * Both signs of the difference are alike, so entry 1 stands for two. **Source** derived for this project.
 */
export const stepBack = (pairs: readonly number[], { together, apart, parting }: PairStep): readonly number[] => {
  const level = pairs[0] ?? 0;
  if (parting === 0) return [together * level];
  const at = (difference: number): number => pairs[difference] ?? 0;
  return Array.from({ length: pairs.length + 1 }, (_, difference) =>
    difference === 0
      ? together * level + 2 * parting * at(1)
      : apart * at(difference) + parting * (at(difference - 1) + at(difference + 1)),
  );
};
