import {
  type APIInteraction,
  Client,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  Options,
  RESTEvents,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Platform } from '../platform.ts';
import { type Acknowledge, type Means, platformName } from './answer.ts';
import { handleInteraction } from './interactions.ts';
import { answerMention } from './mentions.ts';

/** What Discord is reached with. */
export interface DiscordOptions extends Omit<Means, 'rest'> {
  readonly token: string;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
}

/**
 * Discord by its gateway. Commands need the intent Guilds alone; messages that call the bot by name come with their text without any
 * privileged intent, but need GuildMessages and DirectMessages. **Throws** what the login throws.
 */
export const openDiscord = async ({ token, apiUrl, ...options }: DiscordOptions): Promise<Platform> => {
  const { journal } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl, timeout: 10_000 },
    // nothing of what people write is kept
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: 0,
      GuildMemberManager: 0,
    }),
  });
  const means: Means = { ...options, rest: client.rest };
  const underWay = new Set<Promise<void>>();
  let [isOpen, isClosing] = [true, false];

  const follow = (work: Promise<void>, where: string): void => {
    const done = work
      .catch((error: unknown) => note(error, where, options))
      .finally(() => {
        underWay.delete(done);
      });
    underWay.add(done);
  };

  client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
    if (!isOpen) return;
    if (packet.t === GatewayDispatchEvents.InteractionCreate) {
      follow(handleInteraction(packet.d, acknowledgeBy(client, packet.d), means), 'interaction');
    }
    if (packet.t === GatewayDispatchEvents.MessageCreate && client.user !== null) {
      follow(answerMention(packet.d, client.user.id, means), 'mention');
    }
  });
  client.on(Events.Error, (error) => journal.problem(platformName, 'client', error));
  client.on(Events.ShardError, (error) => journal.problem(platformName, 'gateway', error));
  client.on(Events.ShardReconnecting, () => {
    if (!isClosing) journal.reconnected(platformName);
  });
  client.rest.on(RESTEvents.RateLimited, () => journal.rateLimited(platformName));

  await client.login(token);
  return {
    name: platformName,
    listener: null,
    isReady: () => isOpen && client.isReady(),
    stopIntake: async () => {
      isOpen = false;
    },
    close: async () => {
      isOpen = false;
      await Promise.allSettled(underWay);
      isClosing = true;
      await client.destroy();
    },
  };
};

const acknowledgeBy =
  ({ rest }: Client, { id, token }: APIInteraction): Acknowledge =>
  async (response) => {
    await rest.post(Routes.interactionCallback(id, token), { body: response, auth: false });
  };

/** An interaction that can no longer be acknowledged is nobody's fault: it was late, or a copy. */
const note = (error: unknown, where: string, { journal }: Pick<Means, 'journal'>): void => {
  const isLate = error instanceof DiscordAPIError && unanswerable.includes(Number(error.code));
  if (isLate) journal.finished(platformName, 'late', 0);
  else journal.problem(platformName, where, error);
};

const unanswerable: readonly number[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];
