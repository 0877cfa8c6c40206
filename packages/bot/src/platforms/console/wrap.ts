/** Breaks text at blanks into lines of at most that many characters; a longer word keeps a line of its own, and `95 %` stays whole. */
export const wrap = (text: string, columns: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+(?!%)/u).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
};

/** Text in a column: the first line behind a label, the others below it. */
export const hang = (label: string, text: string, columns: number): readonly string[] =>
  wrap(text, Math.max(20, columns - label.length)).map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line);
