import { findKey } from './find-key.ts';
import { isYesOrNo } from './parse-value.ts';
import type { Token } from './tokens.ts';

/** A piece of one side of a question, before anybody asks whether it makes sense. */
export type Item =
  /** `key=a,b`; no values where nothing was written, an empty one beside a comma without neighbour. */
  | { readonly kind: 'pair'; readonly key: string; readonly values: readonly string[] }
  /** `depth 10`: a key, and what may have been meant as its value. */
  | { readonly kind: 'unjoined'; readonly key: string; readonly value: string }
  /** A word without a key. */
  | { readonly kind: 'alone'; readonly text: string }
  /** A value without a key: `=10`. */
  | { readonly kind: 'keyless'; readonly text: string };

interface Step {
  readonly item: Item | null;
  readonly next: number;
}

/** Groups the tokens of one side into items. Each step consumes at least one token. */
export const readItems = (tokens: readonly Token[]): readonly Item[] => {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { item, next } = readItem(tokens, at);
    if (item !== null) items.push(item);
    at = next;
  }
  return items;
};

const readItem = (tokens: readonly Token[], at: number): Step => {
  const token = tokens[at];
  if (token === undefined || token.kind === 'comma') return { item: null, next: at + 1 };
  if (token.kind !== 'word') return readKeyless(tokens, at);
  const key = withoutDashes(token.text);
  if (isJoin(tokens[at + 1])) return pairFrom(tokens, at + 2, key);
  if (isOption(token)) return readOption(tokens, at + 1, key);
  const foundKey = findKey(token.text);
  if (foundKey === null) return { item: { kind: 'alone', text: token.text }, next: at + 1 };
  if (foundKey.kind === 'flag') return { item: { kind: 'pair', key, values: ['true'] }, next: at + 1 };
  if (!isValueAt(tokens, at + 1)) return { item: { kind: 'pair', key, values: [] }, next: at + 1 };
  const { text, next } = readPiece(tokens, at + 1);
  return { item: { kind: 'unjoined', key, value: text }, next };
};

const isJoin = (token: Token | undefined): boolean => token?.kind === 'equals' || token?.kind === 'colon';

const isOption = ({ kind, text, isSpaced }: Token): boolean => kind === 'word' && isSpaced && /^--?\p{L}/u.test(text);

const withoutDashes = (text: string): string => text.replace(/^-+(?=\p{L})/u, '');

const readKeyless = (tokens: readonly Token[], at: number): Step => {
  const { text, next } = isValueAt(tokens, at + 1) ? readPiece(tokens, at + 1) : { text: '', next: at + 1 };
  return { item: { kind: 'keyless', text: `${tokens[at]?.text}${text}` }, next };
};

/** `--depth 10`, `--spectrum`, `--no-spectrum`. */
const readOption = (tokens: readonly Token[], at: number, key: string): Step => {
  const isNegated = /^no-/i.test(key) && findKey(key.slice(3))?.kind === 'flag';
  if (isNegated) return { item: { kind: 'pair', key: key.slice(3), values: ['false'] }, next: at };
  const isBareFlag = findKey(key)?.kind === 'flag' && !isYesOrNo(tokens[at]?.text ?? '');
  return isBareFlag ? { item: { kind: 'pair', key, values: ['true'] }, next: at } : pairFrom(tokens, at, key);
};

/** The values from here on: pieces with commas between them, until the next item begins. */
const pairFrom = (tokens: readonly Token[], start: number, key: string): Step => {
  const values: string[] = [];
  let at = start;
  while (isValueAt(tokens, at) || tokens[at]?.kind === 'comma') {
    const { text, next } = isValueAt(tokens, at) ? readPiece(tokens, at) : { text: '', next: at };
    values.push(text);
    at = next;
    if (tokens[at]?.kind !== 'comma' || beginsItem(tokens, at + 1)) break;
    at += 1;
    if (at === tokens.length) values.push('');
  }
  return { item: { kind: 'pair', key, values }, next: at };
};

const isValueAt = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind === 'word' && !beginsItem(tokens, at);

/** Whether a new item starts here: `act=`, `act:`, `--act`, a flag. A colon after something else belongs to a value: `2..64:20`. */
const beginsItem = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const next = tokens[at + 1];
  if (next?.kind === 'equals' || isOption(token)) return true;
  const key = findKey(token.text);
  return key !== null && (next?.kind === 'colon' || key.kind === 'flag');
};

/** One value: a word, and what is attached to it without a space. */
const readPiece = (tokens: readonly Token[], start: number): { readonly text: string; readonly next: number } => {
  let text = tokens[start]?.text ?? '';
  let at = start + 1;
  for (let token = tokens[at]; token !== undefined && isAttached(token); token = tokens[at]) {
    text += token.text;
    at += 1;
  }
  return { text, next: at };
};

const isAttached = ({ kind, isSpaced }: Token): boolean => !isSpaced && (kind === 'word' || kind === 'colon');
