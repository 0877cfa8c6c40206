/** A user's mistake, as data. All mistakes of a text are collected; none is thrown. */
export interface Issue {
  /** The key the mistake is about (`activation`), or null when it is about the text as a whole. */
  readonly field: string | null;
  /** What was given, cut to a length that fits a chat line. */
  readonly given: string;
  /** What is wrong, in lower case: `unknown activation "sigmod"`. */
  readonly problem: string;
  /** The nearest valid form, ready to be typed, where there is one. */
  readonly nearest: string | null;
  /** What is allowed instead: names, or a range in words. */
  readonly allowed: readonly string[];
  /** The whole sentence for people: problem, nearest form, what is allowed. */
  readonly message: string;
}
