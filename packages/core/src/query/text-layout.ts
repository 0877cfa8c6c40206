/** Columns of a text that answers a question: what fits a terminal and a chat. */
export const helpColumns = 100;

/** Two columns of a table. */
export type Row = readonly [string, string];

/** Rows under each other, the second column aligned. */
export const table = (rows: readonly Row[]): readonly string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** Other names, in a line of their own where there are any. */
export const also = (aliases: readonly string[]): readonly string[] =>
  aliases.length === 0 ? [] : [`also: ${aliases.join(', ')}`];

/** A line in pieces of at most `helpColumns`; what follows hangs under the second column of a table, or two spaces in. */
export const wrap = (line: string): readonly string[] =>
  wrapWith(line, ' '.repeat(/^ {2}(?:\S.*?)? {2,}(?=\S)/.exec(line)?.[0].length ?? 2));

/** A paragraph in lines of at most `helpColumns`, all from the first column. */
export const wrapParagraph = (text: string): readonly string[] => wrapWith(text, '');

const wrapWith = (line: string, indent: string): readonly string[] => {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > helpColumns) {
    const space = rest.lastIndexOf(' ', helpColumns);
    const end = space > indent.length ? space : helpColumns;
    lines.push(rest.slice(0, end));
    rest = `${indent}${rest.slice(end).trimStart()}`;
  }
  return [...lines, rest];
};
