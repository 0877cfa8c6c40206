import { randomBytes } from 'node:crypto';
import { type APIInteraction, ChannelType, InteractionContextType, type InteractionType } from 'discord-api-types/v10';
import type { Fields } from '../json.ts';
import { mostBytesPerFile } from '../messages/store-files.ts';
import type { StoredMessage } from '../messages/stored-message.ts';
import { toJson } from '../messages/to-json.ts';
import { everydayPermissions, memberOf, userOf } from '../people/person.ts';
import type { Place } from '../people/place.ts';
import type { World } from '../world.ts';
import type { Interaction } from './interaction.ts';

/** What differs between interactions of one place. */
export interface InteractionSeed {
  readonly type: InteractionType;
  readonly name: string | null;
  readonly data: Fields | null;
  readonly place: Place;
  readonly source?: StoredMessage | null;
}

/** Makes an interaction with all that Discord sends of it, and keeps it. */
export const createInteraction = (world: World, { type, name, data, place, source = null }: InteractionSeed): Interaction => {
  const [id, token] = [world.snowflake(), randomBytes(64).toString('base64url')];
  const owners = ownersOf(place);
  const payload = {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    ...(data === null ? {} : { data }),
    ...placeJson(world, place),
    ...(source === null ? {} : { message: toJson(world, source) }),
    locale: place.locale,
    app_permissions: everydayPermissions,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: place.context,
    attachment_size_limit: mostBytesPerFile,
  } as unknown as APIInteraction;
  const interaction: Interaction = {
    id,
    token,
    type,
    name,
    createdMs: world.now(),
    place,
    owners,
    sourceMessageId: source?.id ?? null,
    payload,
    violations: [],
    acknowledgement: null,
    originalId: null,
    followUpIds: [],
    choices: null,
    modal: null,
  };
  world.interactions.set(id, interaction);
  return interaction;
};

/** Who installed the application: "0" names the guild (0 in direct messages with the bot), "1" the person. */
const ownersOf = ({ isUserInstall, guildId, person }: Place): Readonly<Record<string, string>> =>
  isUserInstall ? { '1': person.id } : { '0': guildId ?? '0' };

const placeJson = (world: World, place: Place): Fields => {
  const { guildId, channelId, person, guildLocale } = place;
  const user = userOf(person);
  const channel = { id: channelId, type: guildId === null ? directType(place) : ChannelType.GuildText };
  if (guildId === null)
    return { channel_id: channelId, channel: { ...channel, recipients: [user], last_message_id: null, flags: 0 }, user };
  return {
    guild_id: guildId,
    guild: { id: guildId, locale: guildLocale, features: [] },
    guild_locale: guildLocale,
    channel_id: channelId,
    channel: {
      ...channel,
      guild_id: guildId,
      name: 'laboratory',
      permissions: person.permissions,
      position: 0,
      flags: 0,
      nsfw: false,
      parent_id: null,
    },
    member: { ...memberOf(world.openedAt), user, permissions: person.permissions },
  };
};

const directType = ({ context }: Place): ChannelType =>
  context === InteractionContextType.PrivateChannel ? ChannelType.GroupDM : ChannelType.DM;
