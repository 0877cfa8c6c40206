/** The longest text that is read, in characters: eight networks that differ in everything print 3300, a map of two full lists 3600. */
export const longestText = 4000;

/**
 * A text as keyboards and chats meant it: compatibility forms unified (`１０` → `10`, `σ²` → `σ2`), typographic quotes,
 * dashes and spaces made plain, invisible and control characters removed, spaces single.
 */
export const normalise = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[“”„‟«»″〝〞「」『』]/g, '"')
    .replace(/[‘’‚‛‹›′`´]/g, "'")
    // iOS turns `--` into an em dash; before a word it is the mark of an option
    .replace(/(^|\s)[—―](?=\p{L})/gu, '$1--')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?\.{2,} ?(?=[-+.\d])/g, '..')
    .trim();
