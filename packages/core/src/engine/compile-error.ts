/** A function cannot be recorded or replayed; the message says what, why, and what to do instead. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
}
