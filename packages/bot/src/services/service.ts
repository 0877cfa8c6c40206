import type { Issue } from '@vanish/core/query';

/** What a service starts with. */
export interface ServiceHost {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Content of a file. **Throws** where it cannot be read. */
  readonly readFile: (path: string) => string;
  /** Where answers are kept between two starts. */
  readonly cacheFolder: string;
  /** Threads that measure. */
  readonly threads: number;
  /** What is wrong with the settings that were read already. */
  readonly issues: readonly Issue[];
  readonly version: string;
  /** For people: one line each. */
  readonly note: (line: string) => void;
  /** Aborted when the service is asked to end. */
  readonly signal: AbortSignal;
}

/** Something that runs until it is ended, or does one thing for whoever runs it: `vanish bot`. */
export interface Service {
  readonly name: string;
  /** One line for help, lower case, no full stop. */
  readonly summary: string;
  /** Resolves with the exit code. **Throws** what nobody expected. */
  readonly run: (host: ServiceHost) => Promise<number>;
}
