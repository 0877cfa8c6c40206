import type { APIGuildMember, APIUser, GuildMemberFlags, UserFlags } from 'discord-api-types/v10';

/** Somebody who talks to the bot. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What they may do in the guild, as Discord's decimal bit set. */
  readonly permissions: string;
}

/** What everybody may do in a channel unless told otherwise: view it, write, embed, attach, read what was said, use commands. */
export const everydayPermissions = '2147601408';

/** No flag of users or members is set. */
export const noFlags = 0 as UserFlags & GuildMemberFlags;

/** A person as Discord sends users. */
export const userOf = ({ id, name }: Person): APIUser => ({
  id,
  username: name,
  discriminator: '0',
  global_name: name,
  avatar: null,
  bot: false,
  system: false,
  banner: null,
  accent_color: null,
  public_flags: noFlags,
});

/** A person as Discord sends members of a guild, beside which the user stands. */
export const memberOf = (joinedAt: string): Omit<APIGuildMember, 'user'> => ({
  nick: null,
  avatar: null,
  banner: null,
  roles: [],
  joined_at: joinedAt,
  premium_since: null,
  deaf: false,
  mute: false,
  flags: noFlags,
  pending: false,
  communication_disabled_until: null,
});
