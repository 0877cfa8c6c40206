import { inspect } from 'node:util';

/** The same error, told by its message alone wherever a kernel prints it: whoever mistyped a question needs no stack. */
export const readable = <Mistake extends Error>(error: Mistake): Mistake =>
  Object.defineProperty(error, inspect.custom, { value: () => error.message });
