import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import type { GatewayEvent } from './gateway/gateway-event.ts';
import type { Interaction } from './interactions/interaction.ts';
import type { Ping } from './messages/pings.ts';
import type { StoredMessage } from './messages/stored-message.ts';
import { everydayPermissions, noFlags, type Person } from './people/person.ts';
import type { Breach } from './rules/breach.ts';
import { snowflakesOf } from './snowflakes.ts';
import { Waiting } from './waiting.ts';

/** All that the server knows. */
export interface World {
  readonly applicationId: string;
  readonly bot: APIUser;
  readonly guildId: string;
  readonly channelId: string;
  /** A guild that the bot has not joined, where people use what they have installed for themselves. */
  readonly foreignGuildId: string;
  /** When the server opened, and everybody joined. */
  readonly openedAt: string;
  /** The clock of the rules. **Unit** milliseconds. */
  readonly now: () => number;
  readonly snowflake: () => string;
  readonly waiting: Waiting;
  readonly violations: Breach[];
  readonly pings: Ping[];
  readonly people: Map<string, Person>;
  readonly messages: Map<string, StoredMessage>;
  readonly interactions: Map<string, Interaction>;
  readonly commands: Map<string, APIApplicationCommand>;
  /** The channels of direct messages, by the person's id. */
  readonly directChannels: Map<string, string>;
  /** The channels of the guild that people have used. */
  readonly guildChannels: Set<string>;
  /** The channels that the bot does not see, by name. */
  readonly hiddenChannels: Map<string, string>;
  readonly person: (name: string, permissions?: string) => Person;
  readonly directChannel: (personId: string) => string;
  /** A channel of this name that the bot does not see. */
  readonly hiddenChannel: (name: string) => string;
  readonly record: (breaches: readonly Breach[], interaction?: Interaction | null) => void;
  /** Where files are served; known once the server listens. */
  origin: () => string;
  /** Tells the gateway's sessions of something. */
  dispatch: (event: GatewayEvent) => void;
}

/** A world with one guild that has one channel, and nobody in it but the bot. */
export const createWorld = ({ applicationId, now }: { readonly applicationId?: string; readonly now: () => number }): World => {
  const snowflake = snowflakesOf(now);
  const id = applicationId ?? snowflake();
  const violations: Breach[] = [];
  const people = new Map<string, Person>();
  const directChannels = new Map<string, string>();
  const hiddenChannels = new Map<string, string>();
  const channelId = snowflake();
  return {
    applicationId: id,
    bot: botOf(id),
    guildId: snowflake(),
    channelId,
    foreignGuildId: snowflake(),
    openedAt: new Date(now()).toISOString(),
    now,
    snowflake,
    waiting: new Waiting(),
    violations,
    pings: [],
    people,
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    directChannels,
    guildChannels: new Set([channelId]),
    hiddenChannels,
    person: (name, permissions) => {
      const known = [...people.values()].find((one) => one.name === name);
      const person = {
        id: known?.id ?? snowflake(),
        name,
        permissions: permissions ?? known?.permissions ?? everydayPermissions,
      };
      people.set(person.id, person);
      return person;
    },
    directChannel: (personId) => known(directChannels, personId, snowflake),
    hiddenChannel: (name) => known(hiddenChannels, name, snowflake),
    record: (breaches, interaction = null) => {
      violations.push(...breaches);
      interaction?.violations.push(...breaches);
    },
    origin: () => '',
    dispatch: () => {},
  };
};

const known = (ids: Map<string, string>, key: string, make: () => string): string => {
  const id = ids.get(key) ?? make();
  ids.set(key, id);
  return id;
};

/** True for channels that the bot sees: those of its guild, and its direct messages. */
export const isVisible = ({ guildChannels, directChannels }: World, channelId: string): boolean =>
  guildChannels.has(channelId) || [...directChannels.values()].includes(channelId);

/** The bot's own user, whose id is the application's. */
const botOf = (id: string): APIUser => ({
  id,
  username: 'vanish',
  discriminator: '0001',
  global_name: null,
  avatar: null,
  bot: true,
  system: false,
  banner: null,
  accent_color: null,
  mfa_enabled: true,
  locale: 'en-US',
  verified: true,
  flags: noFlags,
  public_flags: noFlags,
});
