import { redactText } from '../redact-text.ts';

/** What is longer may be a secret that was pasted into the wrong line. **Unit** characters. */
const longestShown = 24;

const longestPath = 200;

/** A value as a message may quote it: short and harmless ones in quotes, all others by their length alone. Before an @ stands a password. */
export const shown = (value: string): string =>
  value.length <= longestShown && !value.includes('@') && redactText(value) === value ? `"${value}"` : masked(value);

/** A value that may be a secret: what kind it is, if it says so at its beginning, and its length. */
export const masked = (value: string): string => {
  const kind = /^(?:xox[a-z]-|xapp-|Bot |Bearer |https?:\/\/|rediss?:\/\/)/u.exec(value)?.[0];
  return `${kind === undefined ? 'a value' : `"${kind}…"`} of ${value.length} characters`;
};

/** A path in quotes; what does not look like one may be the secret itself. */
export const shownPath = (path: string): string =>
  /[/\\]/u.test(path) && !path.includes('@') ? `"${redactText(path).slice(0, longestPath)}"` : shown(path);
