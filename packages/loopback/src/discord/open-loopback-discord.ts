import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InteractionType } from 'discord-api-types/v10';
import { type Parts, peopleOf, troubleOf } from './actions.ts';
import { Endpoint } from './endpoint/endpoint.ts';
import { Gateway } from './gateway/gateway.ts';
import { handleOf } from './interactions/handle.ts';
import { openJudge } from './judge/open-api-judge.ts';
import type { LoopbackDiscord, LoopbackDiscordOptions, PeopleActions, TroubleActions } from './loopback-discord.ts';
import { seenMessage } from './messages/seen-message.ts';
import { usualRateLimits } from './rest/rate-limits.ts';
import { RestServer } from './rest/rest-server.ts';
import { botRoutes } from './rest/routes/bot-routes.ts';
import { channelRoutes } from './rest/routes/channel-routes.ts';
import { commandRoutes } from './rest/routes/command-routes.ts';
import { interactionRoutes } from './rest/routes/interaction-routes.ts';
import { webhookRoutes } from './rest/routes/webhook-routes.ts';
import { serveFile } from './rest/serve-file.ts';
import { createWorld, type World } from './world.ts';

/** About what Discord asks for. **Unit** milliseconds. */
const usualHeartbeatMs = 41_250;

/**
 * Discord on this computer, for tests and benches: the gateway, the API and interactions over HTTP, on 127.0.0.1. It refuses what
 * Discord refuses, and keeps a list of what a client should never have done.
 */
export const openLoopbackDiscord = async (options: LoopbackDiscordOptions = {}): Promise<LoopbackDiscord> => {
  const { applicationId, now = Date.now, latencyMs = 0 } = options;
  const world = createWorld({ now, ...(applicationId === undefined ? {} : { applicationId }) });
  const token = options.token ?? madeUpToken(world.applicationId);
  const judge = openJudge(options.openApi);
  const server = createServer();
  const addressOf = (scheme: string): string => `${scheme}://127.0.0.1:${(server.address() as AddressInfo | null)?.port ?? 0}`;
  world.origin = () => addressOf('http');
  const routes = [
    ...botRoutes(() => addressOf('ws')),
    ...commandRoutes,
    ...interactionRoutes,
    ...webhookRoutes,
    ...channelRoutes,
  ];
  const rest = new RestServer(world, routes, {
    token,
    rateLimits: { ...usualRateLimits, ...options.rateLimits },
    latencyMs,
    judge,
  });
  const { heartbeatIntervalMs = usualHeartbeatMs, privilegedIntents = 0 } = options;
  const gateway = new Gateway(world, server, { token, heartbeatIntervalMs, privilegedIntents, latencyMs }, () => addressOf('ws'));
  const endpoint = new Endpoint(world, judge);
  serve(server, world, rest);
  await listen(server, options.port ?? 0);
  const parts: Parts = { world, gateway, rest, endpoint };
  return Object.defineProperties(
    {
      ...peopleOf(parts),
      ...troubleOf(parts),
      close: () => close(parts, server),
    },
    Object.getOwnPropertyDescriptors(viewOf(parts, { api: `${addressOf('http')}/api`, token, isJudged: judge !== null })),
  ) as LoopbackDiscord;
};

/** Tokens of bots begin with the application's id. */
const madeUpToken = (applicationId: string): string =>
  `${Buffer.from(applicationId).toString('base64url')}.loopback.${randomBytes(20).toString('base64url')}`;

const serve = (server: Server, world: World, rest: RestServer): void => {
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/attachments/') === true) serveFile(world, request.url, response);
    else {
      rest.serve(request, response).catch((error: unknown) => {
        response.destroy();
        // a client may give up in the middle of what it sends
        if (!request.complete) return;
        // a fault of this server is the test's business, not the client's: it must not pass for an answer of Discord
        world.record([
          { rule: 'loopback-fault', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) },
        ]);
      });
    }
  });
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

const close = async ({ world, gateway, endpoint }: Parts, server: Server): Promise<void> => {
  world.waiting.close();
  await endpoint.close();
  await gateway.close();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
};

type View = Omit<LoopbackDiscord, keyof PeopleActions | keyof TroubleActions | 'close'>;

const viewOf = ({ world, gateway, rest, endpoint }: Parts, known: Pick<View, 'api' | 'token' | 'isJudged'>): View => ({
  ...known,
  applicationId: world.applicationId,
  botId: world.bot.id,
  guildId: world.guildId,
  channelId: world.channelId,
  publicKey: endpoint.signer.publicKey,
  violations: world.violations,
  pings: world.pings,
  requests: rest.requests,
  get commands() {
    return [...world.commands.values()];
  },
  get unanswered() {
    const waiting = [...world.interactions.values()].filter(
      ({ type, acknowledgement }) => type !== InteractionType.Ping && acknowledgement === null,
    );
    return waiting.map((interaction) => handleOf(world, interaction));
  },
  get rateLimited() {
    return rest.rateLimited;
  },
  get connections() {
    return gateway.connections;
  },
  channelMessages: (channelId = world.channelId) =>
    [...world.messages.values()]
      .filter((message) => message.channelId === channelId && message.interaction === null && !message.isDeleted)
      .map((message) => seenMessage(world, message)),
  directChannel: ({ id }) => world.directChannel(id),
  until: (look, timeoutMs = 10_000) =>
    world.waiting.until(
      () => look() || undefined,
      timeoutMs,
      () => 'what a test looks for',
    ),
});
