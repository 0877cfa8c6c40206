import { format } from 'node:util';
import { afterEach, expect } from 'vitest';

/** Setup of every test file: what a test, or a module it loads, prints on the console fails that test. */
const printed: string[] = [];

for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
  console[method] = (...words: unknown[]): void => {
    printed.push(`console.${method}: ${format(...words)}`);
  };
}

afterEach(() => {
  expect(printed.splice(0), 'a test prints nothing on the console').toEqual([]);
});
