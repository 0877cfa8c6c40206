/** What stands below a horizontal axis of that many columns: at its ends, and in its middle where there is room. */
export const belowAxis = ([left, right]: readonly [string, string], middle: string, columns: number): string => {
  const between = Math.max(1, columns - left.length - right.length);
  const shown = middle.length + 2 <= between ? middle : '';
  const free = between - shown.length;
  return `${left}${' '.repeat(Math.floor(free / 2))}${shown}${' '.repeat(Math.ceil(free / 2))}${right}`;
};
