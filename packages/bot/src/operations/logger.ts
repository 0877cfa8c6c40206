import { destination, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { prettyLines } from './pretty-lines.ts';
import { type Fields, oneLine, redactFields } from './redact-fields.ts';

/** How much the log says, the most talkative first. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** One of `debug`, `info`, `warn`, `error` and `silent`. */
export type LogLevel = (typeof logLevels)[number];

/** Tells one thing: facts as fields, and a sentence that never holds them. Never throws. */
export type Tell = (fields: Fields, sentence: string) => void;

/** The log of the bot. Secrets do not get out, wherever they are put; errors are put into a field as they are. */
export interface Logger {
  readonly debug: Tell;
  readonly info: Tell;
  readonly warn: Tell;
  readonly error: Tell;
  /** A log whose every line holds these fields, too. */
  readonly child: (fields: Fields) => Logger;
}

/** Where lines go, each with its end. */
export interface LogStream {
  readonly write: (line: string) => void;
}

/** How a log is kept. */
export interface LoggerOptions {
  readonly level: LogLevel;
  /** Lines for a person instead of JSON. */
  readonly isPretty?: boolean;
  /** Standard error, unless told otherwise. */
  readonly stream?: LogStream;
  /** Values that must not get out though they have no shape, such as Slack's signing secret. */
  readonly secrets?: readonly string[];
}

/** Opens a log of JSON lines: `level`, `time` (ISO 8601), the fields, and the sentence as `msg`. */
export const openLogger = ({ level, isPretty = false, stream = standardError(), secrets = [] }: LoggerOptions): Logger => {
  const lines = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // fields are plain by now, and an error among them is told already
      serializers: { err: (told: unknown) => told },
    },
    isPretty ? prettyLines(stream) : stream,
  );
  return loggerOver(lines, {}, secrets);
};

const loggerOver = (lines: PinoLogger, bound: Fields, secrets: readonly string[]): Logger => {
  const teller =
    (level: Exclude<LogLevel, 'silent'>): Tell =>
    (fields, sentence) => {
      if (!lines.isLevelEnabled(level)) return;
      lines[level]({ ...bound, ...ownFields(fields, secrets) }, oneLine(sentence, secrets));
    };
  return Object.freeze({
    debug: teller('debug'),
    info: teller('info'),
    warn: teller('warn'),
    error: teller('error'),
    child: (fields: Fields) => loggerOver(lines, { ...bound, ...ownFields(fields, secrets) }, secrets),
  });
};

/** The names that a line has already; a field of the same name would hide them. */
const lineKeys: ReadonlySet<string> = new Set(['level', 'time', 'msg']);

const ownFields = (fields: Fields, secrets: readonly string[]): Fields =>
  Object.fromEntries(
    Object.entries(redactFields(fields, secrets)).map(([key, value]) => [lineKeys.has(key) ? `${key}_` : key, value]),
  );

/** Written at once, so that the last words before an end are not lost. */
const standardError = (): LogStream => {
  const stream = destination({ fd: 2, sync: true });
  // whoever read the log went away: the bot goes on without it
  stream.on('error', () => undefined);
  return stream;
};
