import type { ChatDesk } from '../chat/chat-desk.ts';
import type { Journal } from '../chat/journal.ts';
import type { DiscordSettings } from '../operations/settings/discord-settings.ts';
import type { SlackSettings } from '../operations/settings/slack-settings.ts';
import type { Settings } from '../operations/settings.ts';
import type { Platform } from '../platforms/platform.ts';

/** What every platform is opened with. */
export interface PlatformParts {
  readonly desk: ChatDesk;
  readonly journal: Journal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Opens every platform that is configured. **Throws** what a login throws. */
export const openPlatforms = ({ discord, slack }: Settings, parts: PlatformParts): Promise<readonly Platform[]> =>
  Promise.all([
    ...(discord === null ? [] : [openDiscordBy(discord, parts)]),
    ...(slack === null ? [] : [openSlackBy(slack, parts)]),
  ]);

const openDiscordBy = async (settings: DiscordSettings, parts: PlatformParts): Promise<Platform> => {
  if (settings.transport === 'http') {
    const { openDiscordEndpoint } = await import('../platforms/discord/open-discord-endpoint.ts');
    return openDiscordEndpoint({ ...settings, ...parts, wallClock: Date.now });
  }
  const { openDiscord } = await import('../platforms/discord/open-discord.ts');
  return openDiscord({ ...settings, ...parts });
};

const openSlackBy = async (settings: SlackSettings, parts: PlatformParts): Promise<Platform> => {
  const { openSlack } = await import('../platforms/slack/open-slack.ts');
  return openSlack({ ...settings, ...parts });
};
