import type { Tone } from '../chat/card.ts';

/** A picture in both themes, and what it shows. */
export interface PagePicture {
  readonly light: string;
  readonly dark: string;
  readonly alt: string;
}

/** A row of the table of layers. */
export interface PageLayer {
  readonly name: string;
  /** log₁₀ of its size, which is drawn as a bar; null where it has none. */
  readonly log10Signal: number | null;
  readonly signal: string;
  readonly gradient: string;
  readonly update: string;
  readonly activation: string;
  /** What is no ordinary number; empty where all are. */
  readonly badNumbers: string;
}

/** An answer as a page tells it, before it becomes HTML. All texts are plain. */
export interface Page {
  readonly tone: Tone;
  readonly headline: string;
  readonly facts: readonly { readonly label: string; readonly texts: readonly string[] }[];
  readonly pictures: readonly PagePicture[];
  readonly layers: readonly PageLayer[];
  /** What to type or to write, and why. */
  readonly advice: readonly { readonly change: string; readonly why: string }[];
  /** Gives the same answer again. */
  readonly question: string;
  /** How it was measured. */
  readonly measured: readonly string[];
}
