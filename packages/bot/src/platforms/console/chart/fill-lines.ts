/** A mark of a chart, and what it stands for. */
export interface Entry {
  readonly mark: string;
  readonly ink: (text: string) => string;
  readonly words: string;
}

/** Entries side by side, `gap` characters apart, as many as fit; colour codes take no room. */
export const fillLines = (entries: readonly Entry[], room: number, gap = 3): readonly string[] => {
  const lines: string[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { mark, ink, words } of entries) {
    const text = `${ink(mark)} ${words}`;
    const width = mark.length + 1 + words.length;
    const isNew = used + gap + width > room;
    used = isNew ? width : used + gap + width;
    lines.push(isNew ? text : `${lines.pop()}${' '.repeat(gap)}${text}`);
  }
  return lines;
};
