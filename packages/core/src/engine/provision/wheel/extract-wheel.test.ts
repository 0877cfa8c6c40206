import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractWheel } from './extract-wheel.ts';

/** A zip, written by Python's zipfile: the two libraries, a C and a tsl header, a foreign header and a decoy below `python/`. */
const wheel = [
  'UEsDBBQAAAAIAAAAIVy+KWtZBwAAAAUAAAAgAAAAdGVuc29yZmxvdy9saWJ0ZW5zb3JmbG93X2NjLnNvLjLLSSxKTwUAUEsDBBQAAAAIAAAAIV',
  'wT6kV1BwAAAAUAAAAnAAAAdGVuc29yZmxvdy9saWJ0ZW5zb3JmbG93X2ZyYW1ld29yay5zby4yK85NzMkBAFBLAwQUAAAACAAAACFco1TG6gcA',
  'AAAFAAAAJwAAAHRlbnNvcmZsb3cvaW5jbHVkZS90ZW5zb3JmbG93L2MvY19hcGkuaEtWSCzIBABQSwMEFAAAAAgAAAAhXBxlAHsIAAAABgAAAC',
  'kAAAB0ZW5zb3JmbG93L2luY2x1ZGUveGxhL3RzbC9jL3RzbF9zdGF0dXMuaCsuSSwpLQYAUEsDBBQAAAAIAAAAIVxyV5upBgAAAAQAAAAlAAAA',
  'dGVuc29yZmxvdy9pbmNsdWRlL2Fic2wvYmFzZS9jb25maWcuaEtMKs4BAFBLAwQUAAAACAAAACFcKOpFJwcAAAAFAAAAJwAAAHRlbnNvcmZsb3',
  'cvcHl0aG9uL2xpYnRlbnNvcmZsb3dfY2Muc28uMktJTc6vBABQSwECFAMUAAAACAAAACFcvilrWQcAAAAFAAAAIAAAAAAAAAAAAAAAgAEAAAAA',
  'dGVuc29yZmxvdy9saWJ0ZW5zb3JmbG93X2NjLnNvLjJQSwECFAMUAAAACAAAACFcE+pFdQcAAAAFAAAAJwAAAAAAAAAAAAAAgAFFAAAAdGVuc2',
  '9yZmxvdy9saWJ0ZW5zb3JmbG93X2ZyYW1ld29yay5zby4yUEsBAhQDFAAAAAgAAAAhXKNUxuoHAAAABQAAACcAAAAAAAAAAAAAAIABkQAAAHRl',
  'bnNvcmZsb3cvaW5jbHVkZS90ZW5zb3JmbG93L2MvY19hcGkuaFBLAQIUAxQAAAAIAAAAIVwcZQB7CAAAAAYAAAApAAAAAAAAAAAAAACAAd0AAA',
  'B0ZW5zb3JmbG93L2luY2x1ZGUveGxhL3RzbC9jL3RzbF9zdGF0dXMuaFBLAQIUAxQAAAAIAAAAIVxyV5upBgAAAAQAAAAlAAAAAAAAAAAAAACA',
  'ASwBAAB0ZW5zb3JmbG93L2luY2x1ZGUvYWJzbC9iYXNlL2NvbmZpZy5oUEsBAhQDFAAAAAgAAAAhXCjqRScHAAAABQAAACcAAAAAAAAAAAAAAI',
  'ABdQEAAHRlbnNvcmZsb3cvcHl0aG9uL2xpYnRlbnNvcmZsb3dfY2Muc28uMlBLBQYAAAAABgAGAPcBAADBAQAAAAA=',
].join('');

test('only the two libraries and the headers that the addon includes leave the wheel', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vanish-wheel-'));
  const file = join(folder, 'small.whl');
  writeFileSync(file, Buffer.from(wheel, 'base64'));
  await extractWheel(file, { headers: join(folder, 'include'), libraries: join(folder, 'libraries') });
  expect(readdirSync(join(folder, 'libraries')).sort()).toEqual(['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']);
  expect(readFileSync(join(folder, 'libraries', 'libtensorflow_cc.so.2'), 'utf8')).toBe('large');
  const headers = readdirSync(join(folder, 'include'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.h'),
  );
  expect(headers.sort()).toEqual([join('tensorflow', 'c', 'c_api.h'), join('xla', 'tsl', 'c', 'tsl_status.h')]);
  rmSync(folder, { recursive: true });
});

test('a wheel that was cut short is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vanish-wheel-'));
  const file = join(folder, 'short.whl');
  writeFileSync(file, Buffer.from(wheel, 'base64').subarray(0, 300));
  await expect(extractWheel(file, { headers: folder, libraries: folder })).rejects.toThrow();
  rmSync(folder, { recursive: true });
});
