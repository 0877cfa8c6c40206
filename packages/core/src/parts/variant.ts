/** What every variant on every shelf says about itself. */
export interface Variant {
  /** The name a user types and a report prints, in kebab case: `leaky-relu`. Case, dashes and underscores are ignored on input. */
  readonly name: string;
  /** Other spellings that users bring along from other libraries. */
  readonly aliases: readonly string[];
  /** One line for help and tables, lower case, no full stop. */
  readonly summary: string;
}

/** A number that a variant takes in parentheses, as in `leaky-relu(0.2)`. */
export interface VariantParameter<Made> {
  readonly name: string;
  /** The value this variant was made with. */
  readonly value: number;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Whether it counts something; no when left out. */
  readonly isWhole?: boolean;
  /** The same variant with another value of the parameter. */
  readonly with: (value: number) => Made;
}

/** A variant by name, with its number in parentheses where it takes one: `leaky-relu(0.2)`. */
export interface Choice {
  readonly name: string;
  /** Null: the variant's own default. */
  readonly parameter: number | null;
}
