import { readApiUrl } from './api-url.ts';
import type { Reader } from './reader.ts';
import { type Credential, complainMissing, readChoice, readCredential } from './values.ts';

/** What both ways to hear from Slack need. */
interface SlackAccess {
  readonly botToken: string;
  /** With a slash at the end. */
  readonly apiUrl: string;
}

/** How Slack is reached: over a socket that the bot opens, or by signed requests over HTTP. */
export type SlackSettings = SlackAccess &
  (
    | { readonly transport: 'socket'; readonly appToken: string; readonly signingSecret: string | null }
    | { readonly transport: 'http'; readonly appToken: string | null; readonly signingSecret: string }
  );

const page = 'Slack app page';

const botToken: Credential = {
  name: 'SLACK_BOT_TOKEN',
  isSecret: true,
  form: /^xoxb-[\w-]+$/u,
  what: 'bot token, which begins with xoxb-',
  where: `${page}, OAuth & Permissions, Bot User OAuth Token`,
};

const appToken: Credential = {
  name: 'SLACK_APP_TOKEN',
  isSecret: true,
  form: /^xapp-[\w-]+$/u,
  what: 'app-level token, which begins with xapp-',
  where: `${page}, Basic Information, App-Level Tokens, scope connections:write`,
};

const signingSecret: Credential = {
  name: 'SLACK_SIGNING_SECRET',
  isSecret: true,
  // Slack's own has 32 hexadecimal digits, but nowhere promises them
  form: /^(?!xox|xapp)[\w-]{16,128}$/u,
  what: 'signing secret, one word of 16 characters or more',
  where: `${page}, Basic Information, App Credentials, Signing Secret`,
};

const needs: readonly (readonly [Credential, string])[] = [[botToken, 'the bot answers with it']];
const needsOfTransport: Readonly<Record<SlackSettings['transport'], readonly (readonly [Credential, string])[]>> = {
  socket: [[appToken, 'Socket Mode needs it']],
  http: [[signingSecret, 'SLACK_TRANSPORT=http checks signatures with it']],
};

/** Null where nobody configured Slack, or where something is wrong, which the reader then knows. */
export const readSlack = (reader: Reader): SlackSettings | null => {
  const given = {
    botToken: readCredential(reader, botToken),
    appToken: readCredential(reader, appToken),
    signingSecret: readCredential(reader, signingSecret),
    transport: readChoice(reader, 'SLACK_TRANSPORT', ['socket', 'http']),
    apiUrl: readApiUrl(reader, 'SLACK_API_URL', 'https://slack.com/api/', '/'),
  };
  if (![botToken, appToken, signingSecret].some(reader.isSet)) return null;
  complainMissing(reader, given.transport === null ? needs : [...needs, ...needsOfTransport[given.transport]]);
  return whole(given);
};

type Given = { readonly [Key in keyof SlackSettings]: SlackSettings[Key] | null };

const whole = ({ transport, botToken: bot, appToken: app, signingSecret: signing, apiUrl }: Given): SlackSettings | null => {
  if (bot === null || apiUrl === null) return null;
  const access: SlackAccess = { botToken: bot, apiUrl };
  if (transport === 'socket' && app !== null)
    return Object.freeze({ ...access, transport, appToken: app, signingSecret: signing });
  return transport === 'http' && signing !== null
    ? Object.freeze({ ...access, transport, appToken: app, signingSecret: signing })
    : null;
};
