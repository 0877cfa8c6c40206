/** The colours of a picture: the Okabe-Ito hues, shaded so that all text on the background has a contrast of 4.5 or more. */
export interface Theme {
  readonly name: string;
  readonly background: string;
  /** Headline, labels. */
  readonly text: string;
  /** Subtitle, axes' numbers, notes. */
  readonly quiet: string;
  readonly axis: string;
  readonly grid: string;
  /** Background of the rows below the scale, where zero and NaN lie. */
  readonly shelf: string;
  readonly measured: string;
  readonly theory: string;
  /** A second measured series. */
  readonly second: string;
  /** Limits of float32. */
  readonly limit: string;
  /** Exactly zero, dead. */
  readonly zero: string;
  /** NaN or infinite. */
  readonly broken: string;
}
