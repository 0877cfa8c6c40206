import { readApiUrl } from './api-url.ts';
import type { Reader } from './reader.ts';
import { type Credential, complainMissing, readChoice, readCredential } from './values.ts';

/** What both ways to hear from Discord need. */
interface DiscordAccess {
  readonly token: string;
  readonly applicationId: string;
  /** The only server in which commands are registered; null: everywhere. */
  readonly guildId: string | null;
  /** Without a slash at the end, and without a version. */
  readonly apiUrl: string;
}

/** How Discord is reached. Over HTTP its public key tells its requests from anybody else's (64 hexadecimal digits, lower case). */
export type DiscordSettings = DiscordAccess &
  (
    | { readonly transport: 'gateway'; readonly publicKey: string | null }
    | { readonly transport: 'http'; readonly publicKey: string }
  );

const portal = 'Discord developer portal, your application';
const snowflake = /^\d{17,20}$/u;

const token: Credential = {
  name: 'DISCORD_TOKEN',
  isSecret: true,
  form: /^[\w-]+\.[\w-]+\.[\w-]+$/u,
  what: 'bot token, three parts joined by dots',
  where: `${portal}, Bot, Reset Token`,
};

const applicationId: Credential = {
  name: 'DISCORD_APPLICATION_ID',
  isSecret: false,
  form: snowflake,
  what: 'id of 17 to 20 digits',
  where: `${portal}, General Information, Application ID`,
};

const publicKey: Credential = {
  name: 'DISCORD_PUBLIC_KEY',
  isSecret: false,
  form: /^[\da-f]{64}$/iu,
  what: 'key of 64 hexadecimal digits',
  where: `${portal}, General Information, Public Key`,
};

const guildId: Credential = {
  name: 'DISCORD_GUILD_ID',
  isSecret: false,
  form: snowflake,
  what: 'id of 17 to 20 digits',
  where: 'Discord with Developer Mode on, menu of the server, Copy Server ID',
};

const needs: readonly (readonly [Credential, string])[] = [
  [token, 'the bot signs in with it'],
  [applicationId, 'commands are registered under it'],
];
const needsOfHttp: readonly (readonly [Credential, string])[] = [[publicKey, 'DISCORD_TRANSPORT=http checks signatures with it']];

/** Null where nobody configured Discord, or where something is wrong, which the reader then knows. */
export const readDiscord = (reader: Reader): DiscordSettings | null => {
  const given = {
    token: readCredential(reader, token),
    applicationId: readCredential(reader, applicationId),
    publicKey: readCredential(reader, publicKey)?.toLowerCase() ?? null,
    guildId: readCredential(reader, guildId),
    transport: readChoice(reader, 'DISCORD_TRANSPORT', ['gateway', 'http']),
    apiUrl: readApiUrl(reader, 'DISCORD_API_URL', 'https://discord.com/api', ''),
  };
  if (![token, applicationId, publicKey, guildId].some(reader.isSet)) return null;
  complainMissing(reader, given.transport === 'http' ? [...needs, ...needsOfHttp] : needs);
  // commands that were meant for one server must not appear in all of them
  return given.guildId === null && reader.isSet(guildId) ? null : whole(given);
};

type Given = { readonly [Key in keyof DiscordSettings]: DiscordSettings[Key] | null };

const whole = ({ transport, publicKey: key, guildId: guild, ...rest }: Given): DiscordSettings | null => {
  if (rest.token === null || rest.applicationId === null || rest.apiUrl === null) return null;
  const access: DiscordAccess = { token: rest.token, applicationId: rest.applicationId, guildId: guild, apiUrl: rest.apiUrl };
  if (transport === 'gateway') return Object.freeze({ ...access, transport, publicKey: key });
  return transport === 'http' && key !== null ? Object.freeze({ ...access, transport, publicKey: key }) : null;
};
