/** An engine that was asked for cannot run; the message says why and what to do next. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
