/** Text that Slack shows as it is: no mention, no link, nobody notified. */
export const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What somebody typed, of text as Slack hands it on: mentions and links become what they show, and entities characters. */
export const readText = (text: string): string =>
  text
    .replace(/<(?:[^<>|]*\|)?([^<>|]*)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Text of a bounded length. **Unit** characters */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** A question as somebody typed it, and whether nobody else is to see its answer. */
export interface Typed {
  readonly text: string;
  readonly isPrivate: boolean;
}

/** Reads the word in front that asks for a private answer: `private depth=10`. */
export const readTyped = (typed: string): Typed => {
  const text = readText(typed).trim();
  const asked = text.replace(/^privat(?:e|ely)\b[:,]?\s*/iu, '');
  return { text: asked, isPrivate: asked !== text };
};
