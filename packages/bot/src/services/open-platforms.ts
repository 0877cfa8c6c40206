import type { RequestListener } from 'node:http';
import type { ChatDesk } from '../chat/chat-desk.ts';
import type { Journal } from '../chat/journal.ts';
import type { Settings } from '../operations/settings.ts';
import type { Platform } from '../platforms/platform.ts';

/** What every platform is opened with. */
export interface PlatformParts {
  readonly desk: ChatDesk;
  readonly journal: Journal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** The platforms that are configured, and what listens for those that send over HTTP, by path. */
export interface Opened {
  readonly platforms: readonly Platform[];
  readonly listeners: Readonly<Record<string, RequestListener>>;
}

/** Where Discord sends interactions. */
const discordPath = '/discord';

/** Opens every platform that is configured. **Throws** what a login throws. */
export const openPlatforms = async ({ discord }: Settings, parts: PlatformParts): Promise<Opened> => {
  if (discord === null) return { platforms: [], listeners: {} };
  if (discord.transport === 'gateway') {
    const { openDiscord } = await import('../platforms/discord/open-discord.ts');
    return { platforms: [await openDiscord({ ...discord, ...parts })], listeners: {} };
  }
  const { openDiscordEndpoint } = await import('../platforms/discord/open-discord-endpoint.ts');
  const { platform, listener } = openDiscordEndpoint({ ...discord, ...parts, wallClock: Date.now });
  return { platforms: [platform], listeners: { [discordPath]: listener } };
};
