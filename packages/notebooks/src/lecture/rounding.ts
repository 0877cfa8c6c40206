/** Engines agree to about 10⁻⁵, and a training carries that on for some hundred steps. */
const relative = 1e-3;
/** What lies this near zero is noise about it: of slopes and shares, in the units they are told in. */
const absolute = 1e-6;

/** Whether two outputs differ by more than rounding does, whichever engine computed them. */
export const differsBeyondRounding = (saved: unknown, fresh: unknown): boolean => {
  if (typeof saved === 'string' && typeof fresh === 'string') return textsDiffer(saved, fresh);
  if (typeof saved === 'number' && typeof fresh === 'number') return numbersDiffer(saved, fresh, 0);
  if (!isObject(saved) || !isObject(fresh)) return saved !== fresh;
  const keys = Object.keys(saved);
  return (
    keys.length !== Object.keys(fresh).length ||
    Array.isArray(saved) !== Array.isArray(fresh) ||
    keys.some((key) => !(key in fresh) || differsBeyondRounding(saved[key], fresh[key]))
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const number = /[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/gu;
/** Which engine computed it is told in pictures, and is no change. */
const engine = /TensorFlow|WebAssembly|plain JavaScript/gu;

/** Words must be the same, numbers within rounding: of the engine, or of their last digit. */
const textsDiffer = (saved: string, fresh: string): boolean => {
  if (saved === fresh) return false;
  const words = (text: string): string =>
    text
      .replace(engine, 'engine')
      .replace(number, '#')
      .replace(/[ \t]+/gu, ' ');
  if (words(saved) !== words(fresh)) return true;
  const others = [...fresh.matchAll(number)];
  return [...saved.matchAll(number)].some(([text], index) => {
    const other = others[index]?.[0] ?? '';
    return numbersDiffer(readNumber(text), readNumber(other), Math.max(lastDigit(text), lastDigit(other)));
  });
};

const numbersDiffer = (saved: number, fresh: number, digit: number): boolean =>
  !Object.is(saved, fresh) &&
  !(
    Math.abs(saved - fresh) <=
    Math.max(absolute * Math.min(1, scaleOf(saved, fresh)), digit * 1.001, relative * scaleOf(saved, fresh))
  );

const scaleOf = (one: number, other: number): number => Math.max(Math.abs(one), Math.abs(other));

/** `−4.3·10⁻⁴` */
const readNumber = (text: string): number => {
  const plain = text.replace('−', '-').replace(/·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/u, (_, exponent: string) => `e${fromSuperscript(exponent)}`);
  return Number(plain);
};

const fromSuperscript = (text: string): string =>
  [...text].map((character) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character)]).join('');

/** One unit of the last digit that is written, where there are decimals or a power of ten. Whole numbers count something. */
const lastDigit = (text: string): number => {
  const { decimals = '', exponent = '' } =
    /(?:\.(?<decimals>\d+))?(?:(?:e(?<e>[-+]?\d+))|(?:·10(?<exponent>.+)))?$/u.exec(text)?.groups ?? {};
  if (decimals === '' && exponent === '') return 0;
  return 10 ** (Number(exponent === '' ? 0 : fromSuperscript(exponent)) - decimals.length);
};
