import { exitCodes } from '../platforms/console/host.ts';
import { registerCommands } from '../platforms/discord/register.ts';
import { readConfiguration } from './read-configuration.ts';
import type { ServiceHost } from './service.ts';

/** Tells Discord which commands there are. Resolves with the exit code. */
export const runRegister = async (host: ServiceHost): Promise<number> => {
  const configuration = readConfiguration(host);
  if (configuration.kind === 'refused') return configuration.code;
  const { discord } = configuration.settings;
  if (discord === null) {
    host.note('Discord is not configured, and Slack takes its command from slack-manifest.json: there is nothing to register');
    return exitCodes.invalid;
  }
  try {
    const names = await registerCommands(discord);
    const place = discord.guildId === null ? 'everywhere, which may take an hour to show' : `in server ${discord.guildId}`;
    host.note(`registered ${names.map((name) => `"${name}"`).join(' and ')} ${place}`);
    return exitCodes.answered;
  } catch (error) {
    host.note(`Discord refused the commands: ${error instanceof Error ? error.message : String(error)}`);
    return exitCodes.internal;
  }
};
