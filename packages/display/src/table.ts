import type { Bundle } from './screens/screen.ts';
import { say } from './send-bundle.ts';

/** What a cell of a table can hold. */
export type Entry = string | number | boolean | null | undefined;

/** How a table looks. */
export interface TableOptions {
  /** Digits that count, of numbers that are not whole; 3 unless told otherwise. */
  readonly digits?: number;
  /** One line that says what the table shows. */
  readonly caption?: string;
}

/** Shows rows as a table, its columns in the order of the first row: HTML where that is drawn, aligned text elsewhere. */
export const table = (rows: readonly Readonly<Record<string, Entry>>[], { digits = 3, caption }: TableOptions = {}): void => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const written = rows.map((row) => columns.map((column) => write(row[column], digits)));
  const isNumeric = columns.map((column) => rows.every((row) => typeof (row[column] ?? 0) === 'number'));
  say(bundleTable({ columns, written, isNumeric, caption: caption ?? null }));
};

interface Table {
  readonly columns: readonly string[];
  readonly written: readonly (readonly string[])[];
  readonly isNumeric: readonly boolean[];
  readonly caption: string | null;
}

const bundleTable = (shown: Table): Bundle => ({
  data: { 'text/html': toHtml(shown), 'text/plain': toText(shown) },
  metadata: {},
});

/** Seven digits before a power of ten takes over, a true minus, and a dash where there is nothing. */
const write = (entry: Entry, digits: number): string => {
  if (entry === null || entry === undefined) return '–';
  if (typeof entry !== 'number') return String(entry);
  if (!Number.isFinite(entry)) return String(entry).replace('-', '−').replace('Infinity', '∞');
  return toDigits(entry, digits).replace(/-/gu, '−');
};

const toDigits = (value: number, digits: number): string => {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e7) return String(value);
  if (size >= 1e-4 && size < 1e7) return value.toPrecision(digits).includes('e') ? value.toFixed(0) : value.toPrecision(digits);
  const [mantissa, exponent = '0'] = value.toExponential(digits - 1).split('e');
  return `${mantissa}·10${superscript(Number(exponent))}`;
};

const superscript = (exponent: number): string =>
  [...String(exponent)].map((character) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(character)]).join('');

const toHtml = ({ columns, written, isNumeric, caption }: Table): string => {
  const cell = (name: 'td' | 'th', text: string, column: number): string =>
    `<${name} style="text-align: ${isNumeric[column] === true ? 'right' : 'left'}">${escapeHtml(text)}</${name}>`;
  const row = (name: 'td' | 'th', texts: readonly string[]): string =>
    `<tr>${texts.map((text, column) => cell(name, text, column)).join('')}</tr>`;
  return [
    '<table>',
    ...(caption === null ? [] : [`<caption style="white-space: nowrap; text-align: left">${escapeHtml(caption)}</caption>`]),
    `<thead>${row('th', columns)}</thead>`,
    `<tbody>${written.map((texts) => row('td', texts)).join('')}</tbody>`,
    '</table>',
  ].join('\n');
};

const escapeHtml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

const toText = ({ columns, written, isNumeric, caption }: Table): string => {
  const widths = columns.map((column, index) => Math.max(column.length, ...written.map((texts) => texts[index]?.length ?? 0)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => (isNumeric[index] === true ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [...(caption === null ? [] : [caption]), line(columns), rule, ...written.map(line)].join('\n');
};
