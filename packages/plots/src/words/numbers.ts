const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An exponent for people: `⁻³⁸`. */
const raised = (exponent: number): string =>
  [...String(exponent)].map((digit) => (digit === '-' ? '⁻' : (superscripts[Number(digit)] ?? digit))).join('');

/** A whole power of ten as an axis shows it: `10⁻⁵`, `1`, `10`. */
export const wholePower = (exponent: number): string => {
  if (exponent === 0) return '1';
  return exponent === 1 ? '10' : `10${raised(exponent)}`;
};

/** 10^x for people: `2.3·10⁻⁹`, or `0.045` and `12.6` where a plain number reads better. */
export const powerOfTen = (log10: number): string => {
  if (log10 > -3 && log10 < 4) return String(Number((10 ** log10).toPrecision(2)));
  const rounded = Math.round(10 * 10 ** (log10 - Math.floor(log10))) / 10;
  const [mantissa, exponent] = rounded === 10 ? [1, Math.floor(log10) + 1] : [rounded, Math.floor(log10)];
  return `${mantissa.toFixed(1)}·10${raised(exponent)}`;
};

/** A number that is not negative, for people: `2.3·10⁻⁹`, `0`. */
export const amount = (value: number): string => (value > 0 ? powerOfTen(Math.log10(value)) : '0');

/** `−0.63`: digits fit for a slope, with a true minus sign. */
export const signed = (value: number): string => {
  const digits = Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.095 ? 2 : 3;
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return '±0';
  return `${value < 0 ? '−' : '+'}${text}`;
};

/** `37 %`, and never 0 % or 100 % of what is merely close to it. */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.005) return '< 1 %';
  if (share < 1 && share > 0.995) return '> 99 %';
  return `${Math.round(100 * share)} %`;
};

/** `1 network`, `16 networks` */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
