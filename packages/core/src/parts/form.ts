/** How the inputs of an example are laid out for a network: at places of one or more features each. */
export interface Form {
  /** A single place; places one after another; places on a line or a plane. */
  readonly kind: 'vector' | 'sequence' | 'image';
  /** Places along each side; none for a vector. */
  readonly sides: readonly number[];
  /** The field of an Experiment that says how long a side is; none for a vector. */
  readonly field: string;
  /** Whether an answer can be read at every place of a sequence, and not only at its end. */
  readonly isReadEverywhere: boolean;
}

/** Inputs as one list of features. */
export const vectorForm: Form = Object.freeze({ kind: 'vector', sides: [], field: '', isReadEverywhere: false });

/** Places in all. */
export const placesOf = ({ sides }: Form): number => sides.reduce((product, side) => product * side, 1);
