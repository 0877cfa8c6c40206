import { InteractionContextType } from 'discord-api-types/v10';
import type { World } from '../world.ts';
import type { Person } from './person.ts';

/** Who does something, and where. Without anything it is somebody in the first channel of the guild that the bot has joined. */
export interface Where {
  /** A name, or a person whom `discord.person` made. */
  readonly user?: string | Person;
  /** The id of a guild; any but `discord.guildId` is one that the bot has not joined. */
  readonly guild?: string;
  readonly channel?: string;
  /** In direct messages: with the bot, or with somebody else where the application is installed for the person alone. */
  readonly dm?: boolean;
  /** The application is installed for the person alone; without a guild, in one that the bot has not joined. */
  readonly isUserInstall?: boolean;
  /** The person's language. */
  readonly locale?: string;
  /** The guild's language. */
  readonly guildLocale?: string;
}

/** Where something happens. */
export interface Place {
  readonly person: Person;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly context: InteractionContextType;
  readonly isUserInstall: boolean;
  readonly locale: string;
  readonly guildLocale: string;
}

/** The place that a test means. */
export const placeOf = (world: World, where: Where): Place => {
  const { user = 'somebody', dm = false, locale = 'en-US', guildLocale = 'en-US' } = where;
  const person = typeof user === 'string' ? world.person(user) : user;
  const guildId = dm ? null : (where.guild ?? (where.isUserInstall === true ? world.foreignGuildId : world.guildId));
  const isUserInstall = where.isUserInstall ?? (guildId !== null && guildId !== world.guildId);
  const channelId = where.channel ?? usualChannel(world, guildId, isUserInstall, person);
  if (guildId === world.guildId) world.guildChannels.add(channelId);
  return { person, guildId, channelId, context: contextOf(guildId, isUserInstall), isUserInstall, locale, guildLocale };
};

const usualChannel = (world: World, guildId: string | null, isUserInstall: boolean, person: Person): string => {
  if (guildId === world.guildId) return world.channelId;
  if (guildId !== null) return world.hiddenChannel(`of guild ${guildId}`);
  return isUserInstall ? world.hiddenChannel(`of ${person.id} and somebody else`) : world.directChannel(person.id);
};

const contextOf = (guildId: string | null, isUserInstall: boolean): InteractionContextType => {
  if (guildId !== null) return InteractionContextType.Guild;
  return isUserInstall ? InteractionContextType.PrivateChannel : InteractionContextType.BotDM;
};
