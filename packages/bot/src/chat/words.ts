/** What people read of a message in a chat. **Unit** characters */
const most = 1900;

/** A long text cut where a paragraph ends, or a line where that is too long, and how to ask for less. */
export const cutWords = (text: string): string => {
  if (text.length <= most) return text;
  const ends = ['\n\n', '\n'].map((gap) => text.lastIndexOf(gap, most)).filter((end) => end > most / 3);
  return `${text.slice(0, ends[0] ?? most)}\n\n… there is more: list keys, help init, list act, explain relu`;
};
