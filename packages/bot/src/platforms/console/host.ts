import type { Readable, Writable } from 'node:stream';
import type { Desk } from '../../commands/command.ts';
import type { Environment } from './environment.ts';
import type { Screen } from './screen.ts';

/** Everything the console is given from outside; nothing below it looks at the process. */
export interface Host {
  readonly argv: readonly string[];
  /** The folder that file names start from. */
  readonly folder: string;
  readonly input: Readable;
  readonly output: Writable;
  readonly isInputTerminal: boolean;
  readonly environment: Environment;
  readonly screen: Screen;
  readonly desk: Desk;
  readonly version: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What the process says when it ends. */
export const exitCodes = { answered: 0, internal: 1, invalid: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
