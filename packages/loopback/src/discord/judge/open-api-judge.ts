import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fieldsOf } from '../json.ts';
import type { Breach } from '../rules/breach.ts';

/** Judges a JSON body by Discord's own description of its API. */
export type Judge = (method: string, path: string, body: unknown) => readonly Breach[];

/** Where the document lies that `discord/discord-api-spec` publishes: in a folder beside the repository, or one above. */
const usualPlaces: readonly string[] = ['../shared', '../../shared'].map((folder) =>
  fileURLToPath(new URL(`../../../../../${folder}/reference/discord-openapi.json`, import.meta.url)),
);

/** The judges of this process: reading the document takes longer than all that it judges. */
const known = new Map<string, Judge>();

/** A judge by the document at `path`, or where it usually lies; null where it does not. */
export const openJudge = (path: string | null | undefined): Judge | null => {
  const found = path === undefined ? usualPlaces.find((place) => existsSync(place)) : path;
  if (found === undefined || found === null || !existsSync(found)) return null;
  const judge = known.get(found) ?? judgeBy(JSON.parse(readFileSync(found, 'utf8')));
  known.set(found, judge);
  return judge;
};

const judgeBy = (document: unknown): Judge => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema(fieldsOf(document), 'discord');
  const compiled = new Map<string, ValidateFunction | null>();
  return (method, path, body) => {
    const pointer = ['paths', path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
    const key = pointer.join(' ');
    if (!compiled.has(key))
      compiled.set(key, has(document, pointer) ? ajv.compile({ $ref: `discord#/${pointer.map(pointerPart).join('/')}` }) : null);
    const validate = compiled.get(key) ?? null;
    if (validate === null || validate(body)) return [];
    return [{ rule: 'openapi', detail: `${method} ${path}: ${ajv.errorsText(validate.errors, { dataVar: 'body' })}` }];
  };
};

const has = (document: unknown, pointer: readonly string[]): boolean =>
  pointer.reduce((value, key) => fieldsOf(value)[key], document) !== undefined;

/** A part of a JSON pointer inside of a URI. */
const pointerPart = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
