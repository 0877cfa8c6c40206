import { type Screen, toAscii } from '../screen.ts';
import { hang } from '../wrap.ts';

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

/** Milliseconds for people. */
export const duration = (ms: number): string =>
  ms < 1000 ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

/** What loading took, where it took anything. */
export const loaded = (ms: number): string => (ms < 1 ? '' : ` (and ${duration(ms)} to load)`);
