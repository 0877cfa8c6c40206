/** What is found by a name and told in a line. */
export interface Listed {
  /** The name a user types and a report prints, in kebab case: `leaky-relu`. Case, dashes and underscores are ignored on input. */
  readonly name: string;
  /** Other spellings that users bring along from other libraries. */
  readonly aliases: readonly string[];
  /** One line for help and tables, lower case, no full stop. */
  readonly summary: string;
}

/** What a student is told who asks what something is. */
export interface Explanation {
  /** A few sentences, some to an entry: what it is, what it does to gradients, when to take or avoid it. */
  readonly text: readonly string[];
  /** One line in plain characters: `φ(x) = 1 / (1 + e⁻ˣ)`; null where it is no formula. */
  readonly formula: string | null;
  /** Who published it, with an arXiv number where it has one; null where it needs no witness. */
  readonly source: string | null;
  /** A question to type that shows it. */
  readonly example: string;
  /** Other topics, as one would ask for them: `he-normal`, `norm=batch`. */
  readonly seeAlso?: readonly string[];
}

/** What every variant on every shelf says about itself. */
export interface Variant extends Listed {
  /** Mandatory, so that nothing on a shelf is without one. */
  readonly explanation: Explanation;
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
