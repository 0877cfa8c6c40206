import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Judge } from '../judge/open-api-judge.ts';
import { Refusal } from '../rules/refusal.ts';
import type { World } from '../world.ts';
import { Faults } from './faults.ts';
import { type RateLimitSettings, RateLimits } from './rate-limits.ts';
import { readBody } from './read-body.ts';
import { type ApiAnswer, type ApiRequest, type Route, type Router, routerOf } from './route.ts';

/** What the API asks of clients, and how it behaves. */
export interface RestSettings {
  readonly token: string;
  readonly rateLimits: RateLimitSettings;
  readonly latencyMs: number;
  readonly judge: Judge | null;
}

/** A request as it was answered. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** **Unit** milliseconds of the server's clock. */
  readonly atMs: number;
}

/** What one request may take. **Unit** bytes. */
const mostBytes = 25 * 2 ** 20;

type Found = NonNullable<ReturnType<Router>>;

/** The API over HTTP: who asks, whether it may pass, which route, what is answered. */
export class RestServer {
  readonly faults: Faults = new Faults();
  readonly requests: SeenRequest[] = [];
  rateLimited = 0;
  readonly #world: World;
  readonly #settings: RestSettings;
  readonly #limits: RateLimits;
  readonly #find: Router;

  constructor(world: World, routes: readonly Route[], settings: RestSettings) {
    this.#world = world;
    this.#settings = settings;
    this.#limits = new RateLimits(settings.rateLimits);
    this.#find = routerOf(routes);
  }

  /** Answers a request, after latency and silence. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname.replace(/^\/api(?:\/v\d+)?/u, '');
    const bytes = await buffer(request);
    await this.#world.waiting.sleep(this.#settings.latencyMs + this.#world.waiting.silenceMs);
    const headers: Record<string, string> = {};
    const answer = await this.#answer(request, { method, path, query: url.searchParams, bytes, headers });
    this.requests.push({ method, path: decodeURIComponent(path), status: answer.status, atMs: this.#world.now() });
    if (answer.status === 429) this.rateLimited += 1;
    this.#world.waiting.changed();
    response.writeHead(answer.status, {
      ...headers,
      ...(answer.json === undefined ? {} : { 'content-type': 'application/json' }),
    });
    response.end(answer.json === undefined ? undefined : JSON.stringify(answer.json));
  }

  async #answer(request: IncomingMessage, asked: Asked): Promise<ApiAnswer> {
    const found = this.#find(asked.method, asked.path);
    try {
      this.#refuseFaulty(asked);
      if (found === null)
        throw new Refusal(404, 0, '404: Not Found', [{ rule: 'unknown-route', detail: `${asked.method} ${asked.path}` }]);
      if (found.route.needsToken) this.#refuseStrangers(request);
      this.#collectToll(found, asked.headers);
      return await this.#handle(request, found, asked);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      Object.assign(asked.headers, error.headers);
      const interaction = found?.route.interactionOf?.(this.#world, found.params) ?? null;
      this.#world.record(error.breaches, interaction);
      return { status: error.status, json: { message: error.message, code: error.code, ...error.extra } };
    }
  }

  async #handle(request: IncomingMessage, { route, params }: Found, { query, bytes }: Asked): Promise<ApiAnswer> {
    if (bytes.length > mostBytes)
      throw new Refusal(413, 40005, 'Request entity too large', [
        { rule: 'request-size', detail: `${bytes.length} bytes, at most ${mostBytes}` },
      ]);
    const { json, files } = await readBody(bytes, request.headers['content-type'] ?? '');
    const judge: ApiRequest['judge'] = () => this.#settings.judge?.(route.method, route.path, json) ?? [];
    return route.handle(this.#world, { params, query, json, files, judge });
  }

  #refuseFaulty({ method, path, headers }: Asked): void {
    const fault = this.faults.strike(`${method} ${decodeURIComponent(path)}`);
    if (fault?.status === 429) refuseHasty(fault.retryAfterSeconds, false, headers);
    if (fault !== null) throw new Refusal(fault.status, 0, `${fault.status}: as ordered by a test`);
  }

  #refuseStrangers({ headers: { authorization } }: IncomingMessage): void {
    if (authorization === `Bot ${this.#settings.token}`) return;
    const detail = authorization === undefined ? 'no Authorization' : 'an Authorization that is not `Bot` and the token';
    throw new Refusal(401, 0, '401: Unauthorized', [{ rule: 'wrong-token', detail }]);
  }

  #collectToll({ route, params }: Found, headers: Record<string, string>): void {
    const bucket = route.bucketBy === null ? null : (params[route.bucketBy] ?? null);
    const toll = this.#limits.take(`${route.method} ${route.path}`, bucket, route.needsToken);
    Object.assign(headers, toll.headers);
    if (toll.retryAfterSeconds !== null) refuseHasty(toll.retryAfterSeconds, toll.isGlobal, headers);
  }
}

/** A request that is being answered; `headers` are those of the answer. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly bytes: Buffer;
  readonly headers: Record<string, string>;
}

const refuseHasty = (seconds: number, isGlobal: boolean, headers: Record<string, string>): never => {
  const scope = { 'x-ratelimit-scope': isGlobal ? 'global' : 'user' };
  Object.assign(headers, { ...scope, ...headers, 'retry-after': seconds.toFixed(3) });
  throw new Refusal(429, 0, 'You are being rate limited.', [], { extra: { retry_after: seconds, global: isGlobal } });
};
