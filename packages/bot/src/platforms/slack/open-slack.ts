import { App } from '@slack/bolt';
import type { ChatDesk } from '../../chat/chat-desk.ts';
import type { Journal } from '../../chat/journal.ts';
import { openOnce } from '../../chat/once.ts';
import type { Platform } from '../platform.ts';
import { type Follow, listen } from './listen.ts';
import { journalLogger } from './logger.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
import { isResponseUrl, openResponder } from './responder.ts';
import { httpTransport, socketTransport, type Transport } from './transports.ts';
import { openWeb, retryConfig } from './web.ts';

/** What Slack is reached with, and how it reaches the bot: over a socket that the bot opens, or by signed requests. */
export type SlackOptions = {
  readonly desk: ChatDesk;
  readonly journal: Journal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly botToken: string;
  /** With a slash at the end: `https://slack.com/api/`. */
  readonly apiUrl: string;
  /** After which a call to Slack counts as lost. **Unit** milliseconds. */
  readonly timeoutMs?: number;
} & (
  | { readonly transport: 'socket'; readonly appToken: string }
  | { readonly transport: 'http'; readonly signingSecret: string }
);

/** Slack. **Throws** where it takes no token. */
export const openSlack = async (options: SlackOptions): Promise<Platform> => {
  const { botToken, apiUrl, journal, timeoutMs = 10_000 } = options;
  const logger = journalLogger(journal);
  const clientOptions = { slackApiUrl: apiUrl, timeout: timeoutMs, allowAbsoluteUrls: false, retryConfig };
  const transport = transportOf(options, { clientOptions, journal, logger });
  const app = new App({ token: botToken, receiver: transport.receiver, logger, deferInitialization: true, clientOptions });
  const means: Means = {
    ...options,
    web: openWeb({ botToken, apiUrl, journal, logger, timeoutMs }),
    isResponseUrl: (address) => isResponseUrl(address, apiUrl),
    openResponder: (address) => openResponder(address, { journal, timeoutMs }),
    isNew: openOnce(),
  };
  const underWay = new Set<Promise<void>>();
  const follow = following(underWay, journal);
  app.error(async (error) => journal.problem(platformName, 'listener', error));
  listen(app, follow, means);
  // before anything comes in: it would be waited for within the first three seconds of somebody
  await app.init();
  await transport.start(app).catch(async (error: unknown) => {
    await transport.stop();
    throw error;
  });
  let isOpen = true;
  const stopIntake = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await transport.stop();
  };
  return {
    name: platformName,
    listener: transport.listener,
    isReady: () => isOpen && transport.isReady(),
    stopIntake,
    close: async () => {
      await stopIntake();
      await Promise.allSettled(underWay);
    },
  };
};

type Shared = Pick<Parameters<typeof socketTransport>[0], 'clientOptions' | 'journal' | 'logger'>;

const transportOf = (options: SlackOptions, shared: Shared): Transport => {
  if (options.transport === 'socket') return socketTransport({ ...shared, appToken: options.appToken });
  return httpTransport({ signingSecret: options.signingSecret, logger: shared.logger });
};

const following =
  (underWay: Set<Promise<void>>, journal: Journal): Follow =>
  (work, where) => {
    const done = begin(work)
      .catch((error: unknown) => journal.problem(platformName, where, error))
      .finally(() => {
        underWay.delete(done);
      });
    underWay.add(done);
    return done;
  };

/** Begins at once, before anything else is done, and rejects also where that throws. */
const begin = async (work: () => Promise<void>): Promise<void> => work();
