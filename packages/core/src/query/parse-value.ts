import type { Issue } from '../experiment/issue.ts';
import { choiceOf } from '../experiment/keys/choice.ts';
import type { ChoiceKey, FlagKey, IntegerKey, Key, NumberKey, Value } from '../experiment/keys.ts';
import { findByName, findNearest, type Shelved, variantsOf } from '../parts/shelf.ts';
import type { Choice } from '../parts/variant.ts';
import { placeOf } from './find-key.ts';
import { runnable } from './mistake.ts';
import { guessNumber, parseNumber, printNumber } from './parse-number.ts';
import { type Parsed, read, refused } from './parsed.ts';
import * as wording from './wording/index.ts';

/** Reads one value of a key: `sigmoid`, `leaky-relu(0.2)`, `10`, `1e-3`, `auto`, `yes`. */
export const parseValue = (key: Key, text: string): Parsed<Value> => {
  if (text === '') return refused(wording.valueMissing(key));
  switch (key.kind) {
    case 'integer':
    case 'number':
      return parseBounded(key, text);
    case 'choice':
      return parseChoice(key, text);
    case 'flag':
      return parseFlag(key, text);
    default:
      return key satisfies never;
  }
};

/** Words that stand for null wherever a key has a word for it. */
const nullWords = ['auto', 'default', 'none', 'null', 'off'];

const parseBounded = (key: IntegerKey | NumberKey, text: string): Parsed<number | null> => {
  if (key.kind === 'number' && key.nullWord !== null && nullWords.includes(text.toLowerCase())) return read(null);
  const parsed = parseNumber(text);
  if (parsed.kind === 'too-large') return refused(wording.outOfRange(key, text, parsed.value));
  if (parsed.kind === 'too-small') return refused(wording.tooSmall(key, text));
  if (parsed.kind === 'not-a-number') return refused(notANumber(key, text));
  const { value } = parsed;
  if (value < key.minimum || value > key.maximum) return refused(wording.outOfRange(key, text, value));
  return key.kind === 'number' || Number.isInteger(value) ? read(value) : refused(notANumber(key, text));
};

const notANumber = (key: IntegerKey | NumberKey, text: string): Issue => {
  const [low, high] = text.split(/[-:]|to/).map((end) => nearestInside(key, end));
  if (key.isVariable && typeof low === 'number' && typeof high === 'number' && low < high)
    return wording.notANumber(key, text, `${key.name}=${printNumber(low)}..${printNumber(high)}`);
  const nearest = nearestInside(key, text);
  return wording.notANumber(key, text, nearest === null ? null : `${key.name}=${printNumber(nearest)}`);
};

/** The allowed number that a text probably meant. */
export const nearestInside = (key: IntegerKey | NumberKey, text: string): number | null => {
  const guess = guessNumber(text);
  if (guess === null) return null;
  const inside = Math.min(Math.max(guess, key.minimum), key.maximum);
  return key.kind === 'integer' ? Math.round(inside) : inside;
};

/** A name, and what stands in parentheses or after a colon: `leaky-relu(0.2)`, `leaky-relu:0.2`. */
const choicePattern = /^([^(:]*)(?:\(([^()]*)\)|:(.*))?$/s;

const parseChoice = (key: ChoiceKey, text: string): Parsed<Choice> => {
  const [, name = text, inParentheses, afterColon] = choicePattern.exec(text) ?? [];
  const variant = findByName(variantsOf(key.shelf), name);
  if (variant === null) return refused(unknownValue(key, text, name));
  const number = inParentheses ?? afterColon;
  return number === undefined ? read(choiceOf(variant.name)) : parseParameter(key, text, variant, number.trim());
};

const unknownValue = (key: ChoiceKey, text: string, name: string): Issue => {
  const nearest = findNearest(variantsOf(key.shelf), name);
  if (nearest !== null) return wording.unknownValue(key, text, `${key.name}=${nearest.name}`);
  const elsewhere = placeOf(text);
  return wording.unknownValue(
    key,
    text,
    elsewhere === null ? null : runnable(elsewhere.key.field, `${elsewhere.key.name}=${elsewhere.variant.name}`),
  );
};

const parseParameter = (key: ChoiceKey, text: string, { name, parameter }: Shelved, number: string): Parsed<Choice> => {
  if (parameter === undefined) return refused(wording.takesNoNumber(key, text, name));
  const { minimum, maximum, isWhole = false } = parameter;
  const parsed = parseNumber(number);
  const isInside = parsed.kind === 'number' && parsed.value >= minimum && parsed.value <= maximum;
  if (isInside && (!isWhole || Number.isInteger(parsed.value)))
    return read(choiceOf(name, parsed.value === parameter.default ? null : parsed.value));
  const guess = parsed.kind === 'number' ? parsed.value : guessNumber(number);
  const inside = guess === null ? null : Math.min(Math.max(guess, minimum), maximum);
  const nearest = inside === null ? name : `${name}(${printNumber(isWhole ? Math.round(inside) : inside)})`;
  return refused(
    wording.wrongParameter(key, number, `${key.name}=${nearest}`, {
      ...{ name, parameter: parameter.name, minimum, maximum },
      isWhole,
    }),
  );
};

const spellingsOfTrue = ['true', 'yes', 'on', '1', 'y'];
const spellingsOfFalse = ['false', 'no', 'off', '0', 'n', 'none'];

/** Whether a word reads as yes or no. */
export const isYesOrNo = (text: string): boolean => [...spellingsOfTrue, ...spellingsOfFalse].includes(text.toLowerCase());

const parseFlag = (key: FlagKey, text: string): Parsed<boolean> =>
  isYesOrNo(text) ? read(spellingsOfTrue.includes(text.toLowerCase())) : refused(wording.notAFlag(key, text));
