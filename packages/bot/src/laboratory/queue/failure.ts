import { UnrecoverableError } from 'bullmq';
import { WorkEnded } from '../laboratory.ts';

/** An error as a job keeps it: `EngineError: WebAssembly is not available`. BullMQ keeps the message alone. */
export const asFailure = (error: unknown): UnrecoverableError => {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return Object.assign(new UnrecoverableError(`${name}: ${message}`), { stack });
};

/** The error again, with its name. */
export const fromFailure = (reason: string): Error => {
  const [, name = 'Error', message = reason] = /^([A-Z]\w{0,40}): (.*)$/su.exec(reason) ?? [];
  return name === 'WorkEnded' ? new WorkEnded(message) : Object.assign(new Error(message), { name });
};
