import type { Issue } from '../experiment/issue.ts';
import { type IntegerKey, type Key, keyOf, type NumberKey } from '../experiment/keys.ts';
import type { Axis } from '../experiment/question.ts';
import { guessNumber, parseNumber, printNumber } from './parse-number.ts';
import { isYesOrNo, nearestInside, parseValue } from './parse-value.ts';
import { type Parsed, read, refused } from './parsed.ts';
import { printValue } from './print-value.ts';
import { spacePoints } from './space-points.ts';
import * as wording from './wording/index.ts';

/** Points of a range that says nothing of them, of a sweep and of a map. */
const usualPoints = 12;
export const usualMapPoints = 16;

/** Points along an axis that one picture can show. */
export const pointLimits: { readonly fewest: number; readonly most: number } = Object.freeze({ fewest: 2, most: 64 });

/** Whether a value was written as a range: `2..64`. */
export const isRange = (text: string): boolean => text.includes('..');

/** Reads a list `a,b` as an axis: distinct values, in the order they were given. */
export const parseList = (key: Key, texts: readonly string[]): Parsed<Axis> => {
  const whole = texts.join(',');
  if (!key.isVariable) return refused(wording.oneValueOnly(key, whole, firstPair(key, texts)));
  if (texts.some(isRange)) return refused(wording.listOfRanges(key, whole));
  if (texts.length > pointLimits.most) return refused(wording.listTooLong(key, whole, pointLimits.most));
  if (isDecimalComma(key, texts)) return refused(wording.decimalComma(key, whole));
  if (isGrouped(texts) && key.kind === 'integer') return refused(wording.groupedDigits(key, whole, texts.join('')));
  const values: string[] = [];
  const issues: Issue[] = texts.includes('') ? [wording.entryMissing(key, whole)] : [];
  for (const text of texts.filter((entry) => entry !== '')) {
    const parsed = parseValue(key, text);
    if (parsed.kind === 'issues') issues.push(...parsed.issues);
    else if (values.includes(printValue(key, parsed.read))) issues.push(wording.listedTwice(key, text));
    else values.push(printValue(key, parsed.read));
  }
  return issues.length > 0 ? refused(...issues) : read(axisOf(key, values, { kind: 'list' }));
};

/** Whether `0,5` might be half: two runs of digits under a key that takes the fraction they make. */
const isDecimalComma = (key: Key, texts: readonly string[]): boolean =>
  key.kind === 'number' &&
  texts.length === 2 &&
  texts.every((text) => /^\d+$/.test(text)) &&
  parseValue(key, texts.join('.')).kind === 'read';

/** Whether commas group digits, as in `1,024`: no number of a list starts with a zero. */
const isGrouped = ([first = '', ...others]: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) && others.every((text) => /^\d{3}$/.test(text)) && others.some((text) => text.startsWith('0'));

const firstPair = (key: Key, texts: readonly string[]): string | null => {
  const first = texts.find((text) => text !== '' && (key.kind !== 'flag' || isYesOrNo(text)));
  return first !== undefined && parseValue(key, first).kind === 'read' ? `${key.name}=${first}` : null;
};

/** Reads a range `low..high` or `low..high:points` as an axis. */
export const parseRange = (key: Key, text: string): Parsed<Axis> => {
  if (key.kind === 'choice' || key.kind === 'flag') return refused(wording.rangeNeedsNumbers(key, text));
  if (!key.isVariable) return refused(wording.oneValueOnly(key, text, firstPair(key, text.split(/\.\.+/u))));
  const [, lowText = '', highText = '', pointsText] = /^(.*?)\.\.+([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  if (lowText === '' || highText === '') return refused(wording.badRange(key, text, repairedRange(key, lowText, highText)));
  const [low, high] = [parseValue(key, lowText), parseValue(key, highText)];
  const issues = [low, high].flatMap((end) => (end.kind === 'issues' ? end.issues : []));
  if (low.kind === 'issues' || high.kind === 'issues') return refused(...issues);
  if (typeof low.read !== 'number' || typeof high.read !== 'number')
    return refused(wording.badRange(key, text, repairedRange(key, '', '')));
  if (low.read >= high.read) return refused(wording.rangeBackwards(key, text, upwards(key, low.read, high.read)));
  return withPoints(key, text, { low: low.read, high: high.read }, pointsText);
};

const withPoints = (
  key: IntegerKey | NumberKey,
  text: string,
  ends: { readonly low: number; readonly high: number },
  pointsText: string | undefined,
): Parsed<Axis> => {
  const parsed = pointsText === undefined ? null : parseNumber(pointsText);
  const points = parsed === null ? null : parsed.kind === 'number' ? parsed.value : Number.NaN;
  const { fewest, most } = pointLimits;
  if (points !== null && !(Number.isInteger(points) && points >= fewest && points <= most)) {
    const nearest = Math.min(Math.max(Math.round(guessNumber(pointsText ?? '') ?? usualPoints), fewest), most);
    return refused(wording.pointsOutOfRange(key, text, pointLimits, printRange(key, ends, nearest)));
  }
  return read(rangeAxis(key, ends, points));
};

/** The axis of a range whose ends are known to be values of the key; null points: as many as usual. */
export const rangeAxis = (
  key: IntegerKey | NumberKey,
  { low, high }: { readonly low: number; readonly high: number },
  points: number | null,
): Axis => {
  const values = spacePoints({ low, high, points: points ?? usualPoints, isWhole: key.kind === 'integer' });
  return axisOf(key, values.map(printNumber), { kind: 'range', low, high, points });
};

/** The same range with as many points as are usual, of a sweep or of a map; a list as it is. */
export const usualAxis = (axis: Axis, points: number = usualPoints): Axis => {
  const key = keyOf[axis.key];
  if (axis.written.kind === 'list' || (key.kind !== 'integer' && key.kind !== 'number')) return axis;
  const { values } = rangeAxis(key, axis.written, points);
  return Object.freeze({ ...axis, values, written: Object.freeze({ ...axis.written, points: null }) });
};

/** The same range with that many points, and saying so; a list, or what has no more of them, as it is. */
export const spacedAxis = (axis: Axis, points: number): Axis => {
  const key = keyOf[axis.key];
  const isShort = axis.written.kind === 'list' || axis.values.length <= points;
  return isShort || (key.kind !== 'integer' && key.kind !== 'number') ? axis : rangeAxis(key, axis.written, points);
};

const axisOf = (key: Key, values: readonly string[], written: Axis['written']): Axis =>
  Object.freeze({ key: key.field, values: Object.freeze([...values]), written: Object.freeze(written) });

const printRange = (key: Key, { low, high }: { readonly low: number; readonly high: number }, points: number): string =>
  `${key.name}=${printNumber(low)}..${printNumber(high)}:${points}`;

/** The range between two numbers, whichever is the larger; the number alone where they are equal. */
const upwards = (key: Key, low: number, high: number): string =>
  low === high
    ? `${key.name}=${printNumber(low)}`
    : `${key.name}=${printNumber(Math.min(low, high))}..${printNumber(Math.max(low, high))}`;

/** A range in place of one with an end missing: the end that is there, and a likely other. */
const repairedRange = (key: IntegerKey | NumberKey, lowText: string, highText: string): string => {
  const low = nearestInside(key, lowText) ?? key.minimum;
  const high = nearestInside(key, highText) ?? Math.min(low > 0 ? low * logarithmicReach : 1, key.maximum);
  return upwards(key, low, high);
};

const logarithmicReach = 32;
