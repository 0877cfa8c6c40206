/** What one message holds at most, with room for what stands around it. **Unit** characters */
const most = 3500;

/** A long text cut where a line ends, and how to ask for less. */
export const cutWords = (text: string): string => {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('\n', most);
  return `${text.slice(0, end < 0 ? most : end)}\n… there is more: ask for one of these names, such as: help init, list act, explain relu`;
};
