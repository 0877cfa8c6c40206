import type { Comparison } from './outcome.ts';

/**
 * Compares a computed number with the digits printed for it: `asPrinted('χ₁', '0.05556', chi)` allows half a unit of
 * the last digit.
 */
export const asPrinted = (quantity: string, printed: string, computed: number): Comparison => ({
  quantity,
  expected: Number(printed),
  measured: computed,
  tolerance: halfUnitOfLastDigit(printed),
  toleranceKind: 'absolute',
});

/** `0.0556` → 0.00005, `1.7e4` → 500. */
const halfUnitOfLastDigit = (printed: string): number => {
  const [digits = '', exponent = '0'] = printed.toLowerCase().split('e');
  const decimals = digits.split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
};
