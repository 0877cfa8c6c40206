/** Whether two lists hold the same entries in the same order; no NaN is the same as another. */
export function haveSameEntries(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
