import type { LogStream } from './logger.ts';

/** A stream that shows JSON lines to a person: `09:30:00.123 WARN  what happened  platform=slack`, a stack below its line. */
export const prettyLines = (stream: LogStream): LogStream => ({
  write: (line) => {
    stream.write(`${prettyLine(line)}\n`);
  },
});

const prettyLine = (line: string): string => {
  const { time, level, msg, ...fields } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  const head = `${String(time).slice('2026-01-01T'.length, -1)} ${String(level).toUpperCase().padEnd(5)} ${shown(msg)}`;
  const facts = Object.entries(fields).map(([key, value]) => `${shown(key)}=${shown(withoutStack(value))}`);
  return [[head, ...facts].join('  '), ...Object.values(fields).flatMap(stackOf)].join('\n');
};

/** A person reads the stack below the line. */
const withoutStack = (value: unknown): unknown => (hasStack(value) ? { ...value, stack: undefined } : value);

const stackOf = (value: unknown): readonly string[] =>
  hasStack(value) ? value.stack.split('\n').map((line) => `    ${shown(line.trim())}`) : [];

const hasStack = (value: unknown): value is { readonly stack: string } =>
  typeof value === 'object' && value !== null && 'stack' in value && typeof value.stack === 'string';

/** Nothing that a stranger wrote may move the cursor or begin a line of its own. */
const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
