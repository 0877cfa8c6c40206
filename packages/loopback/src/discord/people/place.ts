import { ChannelType, InteractionContextType } from 'discord-api-types/v10';
import type { World } from '../world.ts';
import type { Person } from './person.ts';

/** Who does something, and where. Without anything it is somebody in the guild's first channel. */
export interface Where {
  /** A name, or a person whom `discord.person` made. */
  readonly user?: string | Person;
  /** The id of a guild that the bot has not joined, where a user-installed application is used. */
  readonly guild?: string;
  readonly channel?: string;
  /** In the direct messages with the bot. */
  readonly dm?: boolean;
  /** The application is installed for the person alone, not for the guild. */
  readonly isUserInstall?: boolean;
  /** The person's language. */
  readonly locale?: string;
}

/** Where something happens. */
export interface Place {
  readonly person: Person;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly channelType: ChannelType.DM | ChannelType.GuildText;
  readonly context: InteractionContextType;
  readonly isUserInstall: boolean;
  readonly locale: string;
}

/** The place that a test means. */
export const placeOf = (world: World, where: Where): Place => {
  const { user = 'somebody', dm = false, locale = 'en-US' } = where;
  const person = typeof user === 'string' ? world.person(user) : user;
  const guildId = dm ? null : (where.guild ?? world.guildId);
  return {
    person,
    guildId,
    channelId: where.channel ?? (dm ? world.directChannel(person.id) : world.channelId),
    channelType: dm ? ChannelType.DM : ChannelType.GuildText,
    context: dm ? InteractionContextType.BotDM : InteractionContextType.Guild,
    isUserInstall: where.isUserInstall ?? (guildId !== null && guildId !== world.guildId),
    locale,
  };
};
