import type { TrainingVerdict, VerdictKind } from '@vanish/core';
import { type Paint, type Screen, toAscii } from '../screen.ts';
import { hang, wrap } from '../wrap.ts';

/** Room for the label before a fact. **Unit** characters. */
export const labelWidth = 10;

/** Writes lines, in ASCII where nothing else arrives. */
export const sayerOn =
  (screen: Screen): ((line: string) => void) =>
  (line) =>
    screen.write(`${screen.isUnicode ? line : toAscii(line)}\n`);

/** A fact beside its label; what does not fit hangs below. */
export const tellFact = (label: string, text: string, columns: number, screen: Screen, say: (line: string) => void): void => {
  const indent = ' '.repeat(labelWidth + 2);
  const lines = hang(indent, text, columns);
  lines.forEach((line, index) => {
    say(index === 0 ? `  ${screen.paint.dim(label.padEnd(labelWidth))}${line.slice(indent.length)}` : line);
  });
};

/** The sentence that answers, in its colour, with room around it. */
export const tellHeadline = (
  headline: string,
  { screen, columns, accent, say }: Telling & { readonly accent: (text: string) => string },
): void => {
  say('');
  for (const line of wrap(headline, columns - 2)) say(`  ${screen.paint.bold(accent(line))}`);
  say('');
};

/** What to type next, and why. */
export const tellAdvice = (label: string, { query, why }: Advice, { screen, columns, say }: Telling): void => {
  say(`  ${screen.paint.dim(label.padEnd(labelWidth))}${screen.paint.bold(`vanish ${quoteForShell(query)}`)}`);
  tellFact('', why, columns, screen, say);
};

interface Telling {
  readonly screen: Screen;
  /** **Unit** characters. */
  readonly columns: number;
  readonly say: (line: string) => void;
}

interface Advice {
  readonly query: string;
  readonly why: string;
}

/** An advice can be copied into a shell as it stands: what a shell would interpret is quoted. */
export const quoteForShell = (query: string): string =>
  query
    .split(' ')
    .map((word) => (/^[\w=.,:+/@%^-]*$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');

/** Milliseconds for people. */
export const duration = (ms: number): string =>
  ms < 1000 ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

/** What loading took, where it took anything. */
export const loaded = (ms: number): string => (ms < 1 ? '' : ` (and ${duration(ms)} to load)`);

/** Good, doubtful, bad: what a verdict says in words, too. */
const accents: Readonly<Record<VerdictKind | TrainingVerdict['outcome'], 'green' | 'yellow' | 'red'>> = {
  healthy: 'green',
  borderline: 'yellow',
  tiny: 'yellow',
  vanishing: 'red',
  exploding: 'red',
  zero: 'red',
  dead: 'red',
  saturated: 'red',
  overflow: 'red',
  learned: 'green',
  partly: 'yellow',
  not: 'red',
  stopped: 'red',
};

/** The colour of a verdict. */
export const accentOf = (verdict: VerdictKind | TrainingVerdict['outcome'], paint: Paint): ((text: string) => string) =>
  paint[accents[verdict]];

/** A verdict or an outcome in a table. */
export const wordOf = (verdict: VerdictKind | TrainingVerdict['outcome']): string => words[verdict] ?? verdict;

const words: Readonly<Record<string, string>> = { not: 'not learned', partly: 'learned in part' };

/** A value of a key: whole numbers as they are, others in three digits. */
export const short = (value: number): string => String(Number.isInteger(value) ? value : Number(value.toPrecision(3)));

/** `+0.3`, `−18.3`, `0.0` */
export const signed = (value: number, digits = 1): string => {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
};

/** Since when an answer is known that was not measured just now. */
export const printKept = (since: Date, screen: Screen): void => {
  const day = since.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const time = since.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  screen.write(`  ${screen.paint.dim('kept'.padEnd(labelWidth))}since ${day}, ${time}; --fresh measures again\n`);
};
