const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10^x for people: `2.3·10⁻⁹`, or `0.045` and `12.6` where a plain number reads better. */
export const powerOfTen = (log10: number): string => {
  if (log10 > -3 && log10 < 4) return shortNumber(10 ** log10);
  let exponent = Math.floor(log10);
  let mantissa = (10 ** (log10 - exponent)).toFixed(1);
  if (mantissa === '10.0') {
    mantissa = '1.0';
    exponent += 1;
  }
  return `${mantissa}·10${raised(exponent)}`;
};

const raised = (exponent: number): string =>
  [...String(exponent)].map((digit) => (digit === '-' ? '⁻' : (superscripts[Number(digit)] ?? ''))).join('');

/** Three significant digits, no trailing zeros. */
export const shortNumber = (value: number): string => {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e4)) return `${value < 0 ? '−' : ''}${powerOfTen(Math.log10(size))}`;
  return String(Number(value.toPrecision(3))).replace('-', '−');
};

/** `3.4 decades`, always positive. */
export const inDecades = (decades: number): string =>
  `${Math.abs(decades).toFixed(1)} decade${Math.abs(decades).toFixed(1) === '1.0' ? '' : 's'}`;

/** `37 %` */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** `1 layer`, `10 layers` */
export const counted = (count: number, noun: string, plural = `${noun}s`): string => `${count} ${count === 1 ? noun : plural}`;

/** `−5.6 decades` */
export const signedDecades = (decades: number): string =>
  `${Math.abs(decades) < 0.05 ? '±' : decades < 0 ? '−' : '+'}${inDecades(decades)}`;

/** What a row of the report is called, by its name: `block 3` is a block, `step 3` a step, everything else a layer. */
export const rowNoun = (name: string): 'block' | 'step' | 'layer' => {
  const [first] = name.split(' ');
  return first === 'block' || first === 'step' ? first : 'layer';
};

/** A value of a key: whole numbers as they are, others in three digits. */
export const valueOfKey = (value: number): string => (Number.isInteger(value) ? String(value) : shortNumber(value));
