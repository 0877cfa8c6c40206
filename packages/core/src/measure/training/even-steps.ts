/** The first of `steps` steps, the last, and as many between, evenly, as make `most` of them; all where there are no more. */
export const evenSteps = (steps: number, most: number): ReadonlySet<number> => {
  const count = Math.min(steps, most);
  return new Set(Array.from({ length: count }, (_, index) => Math.round(1 + (index * (steps - 1)) / Math.max(1, count - 1))));
};
