import type { Issue } from '@vanish/core/query';
import { type LogLevel, logLevels } from './logger.ts';
import { type DiscordSettings, readDiscord } from './settings/discord-settings.ts';
import { openReader, type Reader, type ReadText, type Variables } from './settings/reader.ts';
import { readRedisUrl } from './settings/redis-url.ts';
import { readSlack, type SlackSettings } from './settings/slack-settings.ts';
import { type Range, readChoice, readCount, readFlag, readHost } from './settings/values.ts';

/** Where a server listens. Port 0: any free one. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

/** What one question, one person and the queue may take. */
export interface Limits {
  /** Of one person. */
  readonly questionsPerMinute: number;
  /** The most that wait; whoever comes then is asked to come again. */
  readonly queue: number;
  /** After which an answer tells what is known. **Unit** milliseconds. */
  readonly budgetMs: number;
}

/** How the bot runs, as its environment says. */
export interface Settings {
  /** Null: not configured. */
  readonly discord: DiscordSettings | null;
  /** Null: not configured. */
  readonly slack: SlackSettings | null;
  /** Where platforms that send over HTTP are heard. */
  readonly receiver: Listening;
  /** Where health and metrics are told; null: nowhere. */
  readonly status: Listening | null;
  readonly logLevel: LogLevel;
  /** Null: jobs wait in the memory of this process. */
  readonly redisUrl: string | null;
  readonly limits: Limits;
  /** Whom to ask, or where the source is, for whoever asks the bot about itself; null: not said. */
  readonly contact: string | null;
  /** New questions are refused with a sentence. */
  readonly isPaused: boolean;
}

/** What was read, what is wrong with it, and the values that no log may show. */
export interface SettingsReading {
  /** Only to be used where nothing is wrong: a setting that is wrong has its usual value here. */
  readonly settings: Settings;
  readonly issues: readonly Issue[];
  /** Tokens, secrets and passwords, wrong ones, too: for the log to keep. */
  readonly secrets: readonly string[];
}

/** Reads all settings once and says everything that is wrong with them. A secret may come from a file: `DISCORD_TOKEN_FILE`. */
export const readSettings = (variables: Variables, files: ReadText): SettingsReading => {
  const reader = openReader(variables, files);
  const discord = readDiscord(reader);
  const slack = readSlack(reader);
  if (discord === null && slack === null && reader.collected().issues.length === 0) reader.complain(nothingToDo);
  const settings: Settings = Object.freeze({ discord, slack, ...readServers(reader), ...readRunning(reader) });
  complainSharedPort(reader, settings);
  return Object.freeze({ settings, ...reader.collected() });
};

const nothingToDo = {
  given: '',
  problem:
    'neither Discord nor Slack is configured: set DISCORD_TOKEN and DISCORD_APPLICATION_ID, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; .env.example says where to find them',
};

const usualHost = '127.0.0.1';
const ports: Range = { least: 0, most: 65_535, usual: 3000, noun: 'port' };
const statusPorts: Range = { ...ports, usual: 9464, noun: 'port (or "off")' };

/** Where a worker tells how it is; null, as usual: nowhere, since many may share a computer. */
export const readWorkerStatus = (reader: Reader): Listening | null =>
  readStatus(reader, readServerHost(reader), 'VANISH_WORKER_STATUS_PORT', null);

const readServerHost = (reader: Reader): string => readHost(reader, 'VANISH_HOST', usualHost) ?? usualHost;

const readStatus = (reader: Reader, host: string, name: string, usual: number | null): Listening | null => {
  const text = reader.plain(name);
  if (text === null ? usual === null : text.toLowerCase() === 'off') return null;
  const port = readCount(reader, name, statusPorts) ?? statusPorts.usual;
  return Object.freeze({ host, port });
};

const readServers = (reader: Reader): Pick<Settings, 'receiver' | 'status'> => {
  const host = readServerHost(reader);
  const port = readCount(reader, 'VANISH_PORT', ports) ?? ports.usual;
  return {
    receiver: Object.freeze({ host, port }),
    status: readStatus(reader, host, 'VANISH_STATUS_PORT', statusPorts.usual),
  };
};

const perMinute: Range = { least: 1, most: 600, usual: 6, noun: 'number' };
const queue: Range = { least: 1, most: 10_000, usual: 50, noun: 'number' };
// Discord forgets a question after 15 minutes, of which the queue takes some
const seconds: Range = { least: 1, most: 600, usual: 60, noun: 'number of seconds' };

/** What is read in a chat, and no essay. **Unit** characters */
const longestContact = 200;

const readRunning = (reader: Reader): Pick<Settings, 'logLevel' | 'redisUrl' | 'limits' | 'contact' | 'isPaused'> => ({
  logLevel: readChoice(reader, 'VANISH_LOG_LEVEL', logLevels, 'info') ?? 'info',
  redisUrl: readRedisUrl(reader),
  limits: Object.freeze({
    questionsPerMinute: readCount(reader, 'VANISH_QUESTIONS_PER_MINUTE', perMinute) ?? perMinute.usual,
    queue: readCount(reader, 'VANISH_QUEUE', queue) ?? queue.usual,
    budgetMs: (readCount(reader, 'VANISH_BUDGET', seconds) ?? seconds.usual) * 1000,
  }),
  contact: reader.plain('VANISH_CONTACT')?.slice(0, longestContact) ?? null,
  isPaused: readFlag(reader, 'VANISH_PAUSED') ?? false,
});

/** Two servers cannot have one port, and the second one would only say so after the first one runs. */
const complainSharedPort = (reader: Reader, { discord, slack, receiver, status }: Settings): void => {
  const isReceiving = discord?.transport === 'http' || slack?.transport === 'http';
  if (!isReceiving || receiver.port === 0 || receiver.port !== status?.port) return;
  const problem = `VANISH_PORT and VANISH_STATUS_PORT are both ${receiver.port}: each server needs a port of its own`;
  reader.complain({ field: 'VANISH_STATUS_PORT', given: String(receiver.port), problem });
};
