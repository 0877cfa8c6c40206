/** A piece of a question: a word, or one of the marks that stand between words. */
export interface Token {
  readonly kind: 'word' | 'equals' | 'colon' | 'comma';
  readonly text: string;
  /** Whether a space (or the start of the text) stands before it. */
  readonly isSpaced: boolean;
}

/** Tokens of a text, and whether a quote was left open. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly isQuoteOpen: boolean;
}

// parentheses keep what is inside together; a bracket that nothing closes is an ordinary character
const pattern = /( )|("[^"]*"|'[^']*')|(["'])|(:?=+)|(:)|(,)|;|((?:\([^()="']*\)|[^\s"'=:,;])+)/gy;

/** Splits a normalised text. Quotes hold spaces together (`"leaky relu"` is one word), but a quoted pair is a pair. */
export const tokenise = (text: string): Tokens => {
  const tokens: Token[] = [];
  let isSpaced = true;
  let isQuoteOpen = false;
  for (const [all, space, quoted, loneQuote, equals, colon, comma, word] of text.matchAll(pattern)) {
    if (quoted !== undefined) tokens.push(...tokensOfQuoted(quoted, isSpaced));
    else if (equals !== undefined) tokens.push({ kind: 'equals', text: all, isSpaced });
    else if (colon !== undefined) tokens.push({ kind: 'colon', text: all, isSpaced });
    else if (comma !== undefined) tokens.push({ kind: 'comma', text: all, isSpaced });
    else if (word !== undefined) tokens.push({ kind: 'word', text: all, isSpaced });
    isQuoteOpen ||= loneQuote !== undefined;
    isSpaced = space !== undefined || loneQuote !== undefined || all === ';';
  }
  return { tokens, isQuoteOpen };
};

const tokensOfQuoted = (quoted: string, isSpaced: boolean): readonly Token[] => {
  const inside = quoted.slice(1, -1).trim();
  if (!/[=:,]/.test(inside)) return [{ kind: 'word', text: inside, isSpaced }];
  // what is inside has no quotes of its own kind, so this ends
  const [first, ...rest] = tokenise(inside).tokens;
  return first === undefined ? [] : [{ ...first, isSpaced }, ...rest];
};
