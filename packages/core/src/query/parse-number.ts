/** What a piece of text is as a number: its value, or why it is none. */
export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'not-a-number' }
  /** Beyond ±1.8e308: the infinity it rounds to. */
  | { readonly kind: 'too-large'; readonly value: number }
  /** Not zero, and rounded to it. */
  | { readonly kind: 'too-small' };

/** Decimal, with `_` between digits; no leading zeros, because `1,024` would pass for a list. */
const decimal = /^[-+]?(?:(?:0|[1-9]\d*(?:_\d+)*)(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** Reads a plain decimal number: `10`, `-0.5`, `1e-3`, `1_000`; no hexadecimal, no infinity, no NaN. −0 is 0. */
export const parseNumber = (text: string): ParsedNumber => {
  if (!decimal.test(text)) return { kind: 'not-a-number' };
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isFinite(value)) return { kind: 'too-large', value };
  if (value === 0 && /[1-9]/.test(text.replace(/e.*$/i, ''))) return { kind: 'too-small' };
  return { kind: 'number', value: value === 0 ? 0 : value };
};

/** What was probably meant by a text that is no number: `0,5` → 0.5, `007` → 7, `10 layers` → 10; null when nothing is near. */
export const guessNumber = (text: string): number | null => {
  const start = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d{1,2}(?!\d))?/i.exec(text.replaceAll('_', ''))?.[0];
  if (start === undefined || /^[-+]?0x/i.test(text)) return null;
  const value = Number(start.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

/** Shortest text that reads back as the same number. */
export const printNumber = (value: number): string => String(value).replace('e+', 'e');
