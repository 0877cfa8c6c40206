import { isSecretKey, redacted, redactText } from './redact-text.ts';

/** Facts that go with a sentence of the log. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where in the fields a value stands. */
interface Place {
  readonly key: string;
  readonly secrets: readonly string[];
  /** The objects that hold it, outermost first. */
  readonly holders: readonly object[];
}

const deepest = 8;
const mostItems = 100;
const longestQuestion = 200;
const longestStack = 8000;
const longestText = 2000;

/**
 * Fields as they may be written: plain values alone, without secrets by key and by shape, at any depth, in lists, maps and errors.
 * Never throws, not even where a getter does; what goes round in circles or too deep is named and not followed.
 */
export const redactFields = (fields: Fields, secrets: readonly string[] = []): Readonly<Record<string, unknown>> => {
  const plain = redactValue(fields, { key: '', secrets, holders: [] });
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? { ...plain } : { fields: plain };
};

const redactValue = (value: unknown, place: Place): unknown => {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (isSecretKey(place.key)) return redacted;
  switch (typeof value) {
    case 'string':
      return redactWords(value, place);
    case 'number':
      // JSON knows neither NaN nor infinity, and both are findings here
      return Number.isFinite(value) ? value : String(value);
    case 'object':
      return redactObject(value, place);
    case 'function':
      return '[function]';
    default:
      return redactText(String(value), place.secrets);
  }
};

const questionKeys: ReadonlySet<string> = new Set(['question', 'query', 'text', 'command']);

const redactWords = (text: string, { key, secrets }: Place): string => {
  if (questionKeys.has(key)) return oneLine(text, secrets, longestQuestion);
  return cut(redactText(text, secrets), key === 'stack' ? longestStack : longestText);
};

/** A text without secrets in one line: whatever breaks or hides a line is a space. */
export const oneLine = (text: string, secrets: readonly string[] = [], longest: number = longestText): string =>
  cut(redactText(text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), secrets), longest);

/** Counted in whole characters, so that no half of one is left. */
const cut = (text: string, longest: number): string => {
  const characters = Array.from(text.slice(0, 2 * longest + 2));
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
};

const redactObject = (value: object, place: Place): unknown => {
  if (place.holders.includes(value)) return '[circular]';
  if (place.holders.length >= deepest) return '[deeper]';
  try {
    return redactHolder(value, { ...place, holders: [...place.holders, value] });
  } catch {
    return '[unreadable]';
  }
};

const redactHolder = (value: object, place: Place): unknown => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof String || value instanceof URL || value instanceof URLSearchParams || value instanceof RegExp)
    return redactWords(String(value), place);
  if (value instanceof Error) return redactEntries(entriesOfError(value), place);
  if (Array.isArray(value) || value instanceof Set) return redactItems([...value], place);
  if (value instanceof Map || value instanceof Headers) return redactEntries([...value], place);
  return redactEntries(entriesOf(value), place);
};

const redactItems = (items: readonly unknown[], place: Place): readonly unknown[] => {
  const plain = items.slice(0, mostItems).map((item, index) => redactValue(item, { ...place, key: keyBefore(items[index - 1]) }));
  return items.length <= mostItems ? plain : [...plain, `… ${items.length - mostItems} more`];
};

/** Headers often are a list of names and values in turn, so a name keeps the next item's secret. */
const keyBefore = (item: unknown): string => (typeof item === 'string' && /^[\w-]{1,60}$/u.test(item) ? item : '');

const redactEntries = (entries: readonly (readonly [unknown, unknown])[], place: Place): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    entries.slice(0, mostItems).map(([key, value]) => {
      const name = String(key);
      return [redactText(name, place.secrets), redactValue(value, { ...place, key: name })];
    }),
  );

const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.keys(value).map((key) => [key, readProperty(value, key)]);

/** What an error tells first; the cause and the list of an AggregateError do not show as keys. */
const entriesOfError = (error: Error): readonly (readonly [string, unknown])[] => {
  const told = ['name', 'message', 'stack', 'cause', 'errors'].filter((key) => key in error);
  const own = Object.keys(error).filter((key) => !told.includes(key));
  return [...told, ...own].map((key) => [key, readProperty(error, key)]);
};

const readProperty = (holder: object, key: string): unknown => {
  try {
    return Reflect.get(holder, key);
  } catch {
    return '[unreadable]';
  }
};
