import { REST, Routes } from 'discord.js';
import { commandDefinitions } from './slash-command.ts';

/** Whose commands they are, and where they are registered. */
export interface Registration {
  readonly token: string;
  readonly applicationId: string;
  /** A server in which they appear at once; null: everywhere, which Discord may take an hour to show. */
  readonly guildId: string | null;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
}

/** Registers all commands in one request, which also removes those that are no more. Returns their names. **Throws** what Discord refuses. */
export const registerCommands = async ({ token, applicationId, guildId, apiUrl }: Registration): Promise<readonly string[]> => {
  const rest = new REST({ api: apiUrl }).setToken(token);
  const route =
    guildId === null ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guildId);
  const body = commandDefinitions();
  await rest.put(route, { body });
  return body.map(({ name }) => name);
};
