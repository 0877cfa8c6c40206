import { type ChatDesk, openChatDesk } from '../chat/chat-desk.ts';
import { openJournal } from '../operations/journal.ts';
import { type Logger, openLogger } from '../operations/logger.ts';
import { openMetrics } from '../operations/metrics.ts';
import type { Settings } from '../operations/settings.ts';
import { openStatusServer } from '../operations/status-server.ts';
import { exitCodes } from '../platforms/console/host.ts';
import { openReceiver } from '../platforms/receiver.ts';
import { aborted } from './aborted.ts';
import { onceIn } from './once-in.ts';
import { openPlatforms } from './open-platforms.ts';
import { openWorkshop } from './open-workshop.ts';
import { readConfiguration } from './read-configuration.ts';
import type { ServiceHost } from './service.ts';

/** How long questions may still run when the bot is asked to end; what orchestrators give by default is ten seconds and more. **Unit** milliseconds. */
const graceMs = 7000;

/** Questions of one person that may be under way. */
const mostAtOnce = 3;

/** Answers on every platform that is configured, until it is asked to end. Resolves with the exit code. */
export const runBot = async (host: ServiceHost): Promise<number> => {
  const configuration = readConfiguration(host);
  if (configuration.kind === 'refused') return configuration.code;
  const { settings, secrets } = configuration;
  const logger = openLogger({ level: settings.logLevel, secrets });
  process.on('uncaughtException', (error) => {
    logger.error({ error }, 'something broke that nobody expected: the bot ends, to be started anew');
    process.exit(exitCodes.internal);
  });
  const running = await open(settings, logger, host).catch((error: unknown) => {
    logger.error({ error }, 'the bot could not start');
    host.note(`the bot could not start: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  if (running === null) return exitCodes.internal;
  logger.info(running.facts, 'the bot answers');
  await aborted(host.signal);
  logger.info({ graceMs }, 'the bot was asked to end: it takes no more questions, and lets what runs end');
  await running.close();
  logger.info({}, 'the bot has ended');
  return exitCodes.answered;
};

/** A bot that runs. */
interface Running {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly close: () => Promise<void>;
}

const open = async (settings: Settings, logger: Logger, host: ServiceHost): Promise<Running> => {
  const metrics = openMetrics();
  const journal = openJournal(metrics, logger);
  const workshop = await openWorkshop(settings, host, onceIn(logger));
  const now = (): number => performance.now();
  const desk = openChatDesk({
    ...workshop.parts,
    mostWaiting: settings.limits.queue,
    mostPerMinute: settings.limits.questionsPerMinute,
    mostAtOnce,
    budgetMs: settings.limits.budgetMs,
    isPaused: settings.isPaused,
    version: host.version,
    contact: settings.contact,
    now,
    onWaited: metrics.waited,
    onError: (error, query) => logger.error({ error, query }, 'a question failed'),
  });
  watchDesk(desk, metrics);
  const platforms = await openPlatforms(settings, { desk, journal, now });
  const listeners = platforms.flatMap(({ listener }) => listener ?? []);
  const receiver = listeners.length === 0 ? null : await openReceiver(settings.receiver, listeners);
  const checks = { ...workshop.checks, ...Object.fromEntries(platforms.map(({ name, isReady }) => [name, isReady])) };
  const status = settings.status === null ? null : await openStatusServer({ ...settings.status, metrics, checks });
  return {
    facts: {
      version: host.version,
      platforms: platforms.map(({ name }) => name),
      receiver: receiver?.url ?? null,
      status: status?.url ?? null,
      ...workshop.facts,
    },
    close: async () => {
      await Promise.all(platforms.map(({ stopIntake }) => stopIntake()));
      await desk.close(graceMs);
      await Promise.allSettled(platforms.map(({ close }) => close()));
      await Promise.allSettled([receiver?.close(), status?.close()]);
      await workshop.close();
      metrics.close();
    },
  };
};

const watchDesk = (desk: ChatDesk, metrics: ReturnType<typeof openMetrics>): void => {
  metrics.setQueue(() => desk.waiting);
  metrics.setRunning(() => desk.running);
};
