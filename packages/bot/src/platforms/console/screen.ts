import type picocolors from 'picocolors';

/** The colours of a terminal, or functions that change nothing. */
export type Paint = ReturnType<typeof picocolors.createColors>;

/** Where the console writes: what it can show, and its two streams. */
export interface Screen {
  /** **Unit** characters, at least 40. */
  readonly columns: number;
  /** **Unit** lines: what is painted higher than this cannot be taken back. */
  readonly rows: number;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Whether standard error is a terminal, so that a progress line can be cleared again. */
  readonly isNoteTerminal: boolean;
  /** Whether characters beyond ASCII arrive as they were sent. */
  readonly isUnicode: boolean;
  readonly paint: Paint;
  /** The colours of standard error, which may be a terminal where standard output is a file. */
  readonly notePaint: Paint;
  /** Standard output: the answer. */
  readonly write: (text: string) => void;
  /** Standard error: everything that is not the answer. */
  readonly note: (text: string) => void;
}

/** Every character beyond ASCII in our own words, and what stands for it where only ASCII arrives. */
const plain: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁻': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '×': 'x',
  '·': '.',
  '•': '*',
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '≈': '~',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '±': '+-',
  '√': 'sqrt ',
  '∂': 'd',
  Δ: 'D',
  Σ: 'sum ',
  '∞': 'inf',
  φ: 'phi',
  σ: 'sigma',
  χ: 'chi',
  ξ: 'xi',
  λ: 'lambda',
  μ: 'mu',
  '′': "'",
  '″': '"',
  '‖': '|',
  '₀': '0',
  '₁': '1',
  '₂': '2',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '✓': 'ok',
  '✗': 'no',
  ᵀ: 'T',
};

/** The dot of 6.2·10⁻⁴. */
const timesTen = /(?<=\d)·(?=10)/gu;
const superscript = /[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;
const beyondAscii = /\P{ASCII}/gu;

/** The same text for a terminal that shows only ASCII: `10⁻⁷` becomes `10^-7`. */
export const toAscii = (text: string): string =>
  text
    .replace(timesTen, 'x')
    .replace(superscript, (digits) => `^${[...digits].map((digit) => plain[digit]).join('')}`)
    .replace(beyondAscii, nearestAscii);

const nearestAscii = (character: string): string => {
  const known = plain[character];
  if (known !== undefined) return known;
  const stripped = character.normalize('NFKD').replace(beyondAscii, '');
  return stripped === '' ? '?' : stripped;
};
