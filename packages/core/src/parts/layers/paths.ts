/** The two ways from the input of a block to its output: through the branch, and past it. */
export interface Paths<T> {
  readonly branch: T;
  readonly skip: T;
}
