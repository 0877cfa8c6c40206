import type { Shelf } from '../../parts/shelf.ts';
import type { Choice, Explanation } from '../../parts/variant.ts';
import type { Experiment } from '../experiment.ts';

/** What the rows of a network are: one after another in depth, or in time. */
export type Rows = 'layers' | 'steps';

/** What every key of the grammar says about itself; parser, help, slash-command options and tables derive from it. */
interface KeyFacts {
  /** Its place in the Experiment. */
  readonly field: keyof Experiment;
  /** The short name that is documented and printed. */
  readonly name: string;
  /** Other spellings that users bring along. */
  readonly aliases: readonly string[];
  /** The aliases that speak of one kind of rows and no other: who says `steps` means time. */
  readonly rowAliases?: Readonly<Record<string, Rows>>;
  /** What it is called in a sentence: `unknown activation`. */
  readonly noun: string;
  /** One line for help and tables, lower case, no full stop. */
  readonly summary: string;
  /** A pair to type. */
  readonly example: string;
  readonly explanation: Explanation;
  /** Whether it may be varied, by a list or a range. */
  readonly isVariable: boolean;
  /** Whether it scales what is there and changes no shape: networks that differ in such keys alone are measured side by side. */
  readonly isScale?: true;
  /** The key whose number it says more about: while that has none, this one means nothing. */
  readonly speaksOf?: keyof Experiment;
}

/** A whole number. */
export interface IntegerKey extends KeyFacts {
  readonly kind: 'integer';
  readonly minimum: number;
  readonly maximum: number;
  /** Why there is nothing below the minimum and above the maximum, to follow `is below 1, ` and `is above 2000, `. */
  readonly because: { readonly minimum: string; readonly maximum: string };
  readonly default: number;
}

/** A real number, or the word for having none of one's own. */
export interface NumberKey<Value extends number | null = number | null> extends KeyFacts {
  readonly kind: 'number';
  readonly minimum: number;
  readonly maximum: number;
  readonly because: { readonly minimum: string; readonly maximum: string };
  readonly default: Value;
  /** The word that stands for null: `gain=auto`; null where the key always has a number. */
  readonly nullWord: Value extends null ? string : null;
}

/** A variant of a shelf. */
export interface ChoiceKey extends KeyFacts {
  readonly kind: 'choice';
  /** The noun of many: `activations`. */
  readonly plural: string;
  /** What may be named. */
  readonly shelf: Shelf;
  /** Whether a name on that shelf says by itself what it is: `relu` does, `batch` wants its `norm`. */
  readonly isTelling?: true;
  readonly default: Choice;
}

/** Yes or no. */
export interface FlagKey extends KeyFacts {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** A key of the grammar. */
export type Key = IntegerKey | NumberKey | ChoiceKey | FlagKey;

/** The value of one key in an Experiment. */
export type Value = Experiment[keyof Experiment];
