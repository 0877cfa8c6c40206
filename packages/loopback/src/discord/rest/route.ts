import type { Interaction } from '../interactions/interaction.ts';
import { type Fields, fieldsOf } from '../json.ts';
import type { UploadedFile } from '../messages/stored-message.ts';
import type { Breach } from '../rules/breach.ts';
import type { World } from '../world.ts';

/** A request that has been read and may pass. */
export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
  /** What Discord's OpenAPI document says against the body. */
  readonly judge: () => readonly Breach[];
}

/** What is answered; 204 has no body. */
export interface ApiAnswer {
  readonly status: number;
  readonly json?: unknown;
}

/** One method of one path, written as Discord's OpenAPI document writes it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Whether the bot's token is asked for. Tokens in the path need none. */
  readonly needsToken: boolean;
  /** The parameter by which requests are counted apart, or null where they are not counted. */
  readonly bucketBy: string | null;
  readonly handle: (world: World, request: ApiRequest) => ApiAnswer;
  /** The interaction that is spoken of, which breaches are recorded for. */
  readonly interactionOf?: (world: World, params: ApiRequest['params']) => Interaction | null;
}

/** The body as an object. */
export const bodyOf = ({ json }: ApiRequest): Fields => fieldsOf(json);

/** The route of a request, and the parameters in its path; null where there is none. */
export type Router = (method: string, path: string) => { readonly route: Route; readonly params: ApiRequest['params'] } | null;

/** A router of these routes. */
export const routerOf = (routes: readonly Route[]): Router => {
  const compiled = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  return (method, path) => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match !== null) return { route, params: decoded(match.groups ?? {}) };
    }
    return null;
  };
};

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u');

/** discord.js writes `@original` as `%40original`. */
const decoded = (groups: Readonly<Record<string, string>>): ApiRequest['params'] =>
  Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]));
