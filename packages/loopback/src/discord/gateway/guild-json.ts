import { ChannelType } from 'discord-api-types/v10';
import type { Fields } from '../json.ts';
import { everydayPermissions, memberOf } from '../people/person.ts';
import type { World } from '../world.ts';

/** A text channel of the guild as Discord sends it. */
export const channelJson = ({ guildId }: World, id: string): Fields => ({
  id,
  type: ChannelType.GuildText,
  guild_id: guildId,
  name: 'laboratory',
  topic: null,
  nsfw: false,
  position: 0,
  parent_id: null,
  permission_overwrites: [],
  rate_limit_per_user: 0,
  last_message_id: null,
  last_pin_timestamp: null,
  flags: 0,
});

/** The guild as Discord sends it to a bot that has joined it. */
export const guildJson = (world: World): Fields => ({
  id: world.guildId,
  name: 'A guild on this computer',
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  owner_id: world.bot.id,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw: false,
  nsfw_level: 0,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: 'en-US',
  features: [],
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  max_presences: null,
  max_members: 500_000,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  hub_type: null,
  incidents_data: null,
  inventory_settings: null,
  joined_at: world.openedAt,
  large: false,
  unavailable: false,
  member_count: 1,
  roles: [everyone(world.guildId)],
  channels: [channelJson(world, world.channelId)],
  members: [{ ...memberOf(world.openedAt), user: world.bot }],
  ...emptyLists,
});

const emptyLists: Fields = Object.fromEntries(
  [
    'emojis',
    'stickers',
    'threads',
    'presences',
    'voice_states',
    'stage_instances',
    'guild_scheduled_events',
    'soundboard_sounds',
  ].map((key) => [key, []]),
);

const everyone = (guildId: string): Fields => ({
  id: guildId,
  name: '@everyone',
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  position: 0,
  permissions: everydayPermissions,
  managed: false,
  mentionable: false,
  flags: 0,
});
