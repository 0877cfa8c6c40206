/**
 * What cannot be probed or watched, in words for whoever wrote the model: what was given, what is allowed, what to do next. It
 * names the layer where one is at fault.
 */
export class WatchError extends Error {
  override readonly name = 'WatchError';
  /** The layer at fault, by the name the model gives it; null where no single one is. */
  readonly layer: string | null;

  constructor(message: string, { layer = null, ...options }: ErrorOptions & { readonly layer?: string | null } = {}) {
    super(message, options);
    this.layer = layer;
  }
}
