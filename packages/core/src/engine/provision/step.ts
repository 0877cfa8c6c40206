/** Where provisioning works, and whom it tells. */
export interface Workplace {
  /** The folder of finished builds in the user's cache. */
  readonly store: string;
  /** The installed package `@tensorflow/tfjs-node`. */
  readonly tfjsNode: string;
  /** `linux-x64`, `darwin-arm64`, … */
  readonly platform: string;
  /** The major version of the Node that runs. */
  readonly nodeMajor: number;
  /** One line of progress for the person who waits. */
  readonly say: (line: string) => void;
}

/** What came of one attempt: TensorFlow of that version is in place; nothing was there to find; or why this way failed. */
export type Attempt =
  | { readonly kind: 'provided'; readonly version: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One way to TensorFlow. A step that throws has failed; the next one is tried. */
export interface Step {
  readonly name: string;
  readonly attempt: (workplace: Workplace) => Promise<Attempt>;
}
