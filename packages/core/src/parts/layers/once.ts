/** A number that is computed when somebody first asks for it. */
export const once = (compute: () => number): (() => number) => {
  let known: number | null = null;
  return () => {
    known ??= compute();
    return known;
  };
};
