/**
 * A line as a shell would split it: blanks part words, quotes keep them together. An open quote ends with the line,
 * so that an apostrophe is no trap.
 */
export const splitLine = (line: string): readonly string[] => {
  const words: string[] = [];
  for (const [, word = ''] of line.matchAll(/((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"'])+)/gu)) {
    words.push(
      word.replace(/"([^"]*)(?:"|$)|'([^']*)(?:'|$)/gu, (_quoted, double?: string, single?: string) => double ?? single ?? ''),
    );
  }
  return words;
};
