/** What stands where a secret stood. */
export const redacted = '[redacted]';

/** How a secret looks, and what is left of the text around it. */
type Shape = readonly [pattern: RegExp, rest: string];

// repetitions before a landmark are bounded: a text that people send must not cost quadratic time
const shapes: readonly Shape[] = [
  // a password may hold @ and /, which nobody encodes by hand
  [/(rediss?:\/\/)[^\s"'<>]*@/giu, `$1${redacted}@`],
  [/([a-z][a-z\d+.-]{0,20}:\/\/)[^\s/@"'<>]{1,500}@/giu, `$1${redacted}@`],
  [/(hooks\.slack(?:-gov)?\.com(?::\d+)?(?:\/|%2F))[^\s"'<>]+/giu, `$1${redacted}`],
  // the id of an application or an interaction is public, its token is not
  [/((?:\/|%2F)(?:webhooks|interactions)(?:\/|%2F)[^\s/%?#"'<>]{1,100}(?:\/|%2F))[^\s/%?#"'<>]+/giu, `$1${redacted}`],
  [/(?:xox[a-z]|xapp)(?:\.xox[a-z])?-[^\s"'&<>,;()[\]{}]+/giu, redacted],
  // what every interaction token begins with: "interaction:" in base64
  [/aW50ZXJhY3Rpb246[\w=-]*/gu, redacted],
  // a bot token of Discord: id, time and signature
  [/[\w-]{20,40}\.[\w-]{5,8}\.[\w-]{25,}/gu, redacted],
  // signatures of Slack and of Discord
  [/v0=[\da-f]{64}/giu, redacted],
  [/[\da-f]{128}/giu, redacted],
  [/\b(Bearer(?:\s+|%20))[^\s"',;()[\]{}]{4,}/giu, `$1${redacted}`],
  // "Bot started" is a sentence
  [/\b(Bot(?:\s+|%20))(?=[^\s"']{0,200}[\d._-])[^\s"',;()[\]{}]{8,}/gu, `$1${redacted}`],
  [/((?:authorization|cookie)["'\\]*\s{0,9}[:=]\s{0,9}["'\\]*)[^\r\n"'\\]+/giu, `$1${redacted}`],
  [
    /((?:token|secret|password|passwd|signature|api_?key|response_?url)["'\\]*\s{0,9}[:=]\s{0,9}["'\\]*)[^\s"'\\&,;()[\]{}]+/giu,
    `$1${redacted}`,
  ],
];

/** Longer texts lose their end before they are searched. **Unit** characters. */
const longestSearched = 16_000;

/** A word shorter than this is no secret; taking it out of every text would leave nothing to read. **Unit** characters. */
const shortestSecret = 6;

/**
 * A text without secrets: those that are known, as given and as written in an address, and whatever is shaped like one - tokens of
 * Slack and Discord, signatures, addresses that answer without asking who calls, `Bearer …`, passwords in addresses.
 */
export const redactText = (text: string, secrets: readonly string[] = []): string => {
  const unknown = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, secret) => rest.replaceAll(secret, redacted), text);
  return shapes.reduce((rest, [pattern, kept]) => rest.replace(pattern, kept), searchable(unknown));
};

/** Half a secret at the end would have no shape any more, so the last word goes as a whole. */
const searchable = (text: string): string => {
  if (text.length <= longestSearched) return text;
  const head = text.slice(0, longestSearched);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n')) + 1)}…`;
};

const secretKey =
  /token(?!i[sz]ation)|authorization|responseurl|webhookurl|passw|passphrase|secret|cookie|signature|apikey|privatekey|credential/u;

/** Whether whatever a key holds is a secret: `token`, `response_url`, `responseUrl`, `X-Signature-Ed25519`, `set-cookie`. */
export const isSecretKey = (key: string): boolean => secretKey.test(key.replace(/[^a-z]/giu, '').toLowerCase());
