/** Ids as Slack writes them, each once: the same order of asking gives the same ids. */
export interface Identifiers {
  /** A capital and nine letters or digits, such as `F000000001`. */
  readonly next: (capital: string) => string;
  /** A message's timestamp, seconds with six decimals, later than all before. */
  readonly timestamp: () => string;
}

/** Starts counting. */
export const openIdentifiers = (now: () => number): Identifiers => {
  let count = 0;
  let lastMicroseconds = 0;
  return {
    next: (capital) => {
      count += 1;
      return `${capital}${count.toString(36).toUpperCase().padStart(9, '0')}`;
    },
    timestamp: () => {
      lastMicroseconds = Math.max(lastMicroseconds + 1, Math.round(now() * 1000));
      const seconds = Math.floor(lastMicroseconds / 1e6);
      return `${seconds}.${String(lastMicroseconds % 1e6).padStart(6, '0')}`;
    },
  };
};
