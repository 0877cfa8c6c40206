import type { IncomingHttpHeaders } from 'node:http';
import { type HttpAnswer, inJson, inTrouble, tooMany } from '../answer.ts';
import { type Body, isBody, parseJson } from '../body.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiMethod, Refused } from './method.ts';
import * as methods from './methods.ts';

const shelf: ReadonlyMap<string, ApiMethod> = new Map(Object.values(methods).map((method: ApiMethod) => [method.name, method]));

/** Answers a call of the Web API as Slack would, and writes it down. Null where it is to stay without an answer. */
export const answerApi = (workspace: Workspace, name: string, headers: IncomingHttpHeaders, raw: Buffer): HttpAnswer | null => {
  const given = argumentsOf(headers, raw.toString('utf8'));
  const { token, ...told } = given;
  const note = (error: string | null): void => workspace.journal.call({ method: name, arguments: told, error });
  const fault = workspace.faults.take(name);
  if (fault?.kind === 'rate-limit') {
    note('ratelimited');
    return tooMany(fault.retryAfterSeconds);
  }
  if (fault?.kind === 'status') {
    note(`status ${fault.status}`);
    return inTrouble(fault.status);
  }
  if (fault?.kind === 'silence') {
    note('silence');
    return null;
  }
  const isForm = !isJsonType(headers);
  // in JSON a token is no argument: Slack reads it from the header alone
  const bearer = headers.authorization?.replace(/^Bearer /, '') ?? (isForm && typeof token === 'string' ? token : null);
  try {
    if (fault !== null) throw new Refused(fault.error);
    const method = admitted(name, bearer, workspace);
    const answer = method.answer(told, workspace);
    note(null);
    return inJson(200, { ok: true, ...answer }, scopeHeaders(workspace, method));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    note(error.code);
    return inJson(200, { ok: false, error: error.code, ...error.extra }, scopeHeaders(workspace, shelf.get(name)));
  }
};

/** The method, for a caller who may use it. **Throws** `Refused`. */
const admitted = (name: string, bearer: string | null, { identity, journal }: Workspace): ApiMethod => {
  const refuse = (error: string, extra: Body = {}): Refused => {
    if (error !== 'missing_scope') journal.violate('web-api', `${name}: ${error}`);
    return new Refused(error, extra);
  };
  const method = shelf.get(name);
  if (method === undefined) throw refuse('unknown_method', { req_method: name });
  if (bearer === null) throw refuse('not_authed');
  const [right, other] = method.token === 'bot' ? [identity.botToken, identity.appToken] : [identity.appToken, identity.botToken];
  if (bearer !== right) throw refuse(bearer === other ? 'not_allowed_token_type' : 'invalid_auth');
  const isAllowed = method.scopes.length === 0 || method.scopes.some((scope) => identity.scopes.includes(scope));
  if (isAllowed) return method;
  throw refuse('missing_scope', { needed: method.scopes.join(','), provided: identity.scopes.join(',') });
};

const scopeHeaders = ({ identity }: Workspace, method: ApiMethod | undefined): Readonly<Record<string, string>> => ({
  'x-oauth-scopes': identity.scopes.join(','),
  ...(method === undefined ? {} : { 'x-accepted-oauth-scopes': method.scopes.join(',') }),
});

const isJsonType = (headers: IncomingHttpHeaders): boolean => headers['content-type']?.includes('application/json') === true;

/** Arguments that are JSON even within a form. */
const structured = new Set(['blocks', 'attachments', 'view', 'files', 'metadata']);

const argumentsOf = (headers: IncomingHttpHeaders, text: string): Body => {
  const json = isJsonType(headers) ? parseJson(text) : null;
  const fields = isBody(json) ? json : isJsonType(headers) ? {} : Object.fromEntries(new URLSearchParams(text));
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, read(name, value)]));
};

/** A text that should be JSON and is none stays a text, which the method then refuses. */
const read = (name: string, value: unknown): unknown =>
  structured.has(name) && typeof value === 'string' ? (parseJson(value) ?? value) : value;
