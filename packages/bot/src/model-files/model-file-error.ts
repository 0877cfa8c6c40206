/** A file that cannot be probed, in words for whoever named it: what was given, and what to do. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}
