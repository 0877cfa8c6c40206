import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Scene } from '../block-kit/check.ts';
import { type LoopbackSlackOptions, usualScopes } from '../options.ts';
import { type Clock, openClock } from './clock.ts';
import { type Faults, openFaults } from './faults.ts';
import { type FileShelf, openFileShelf } from './files.ts';
import { type Identifiers, openIdentifiers } from './identifiers.ts';
import { type Journal, openJournal } from './journal.ts';
import { type MessageBook, openMessageBook } from './messages.ts';
import { openPeople, type People } from './people.ts';
import { openTickets, type Tickets } from './tickets.ts';
import { openTriggers, type Triggers } from './triggers.ts';
import { openViewBook, type ViewBook } from './views.ts';

/** Who the app is here, and the secrets it shares with Slack. */
export interface Identity {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
}

/** All that one Slack holds; its servers and its people work on it. */
export interface Workspace {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly journal: Journal;
  readonly people: People;
  readonly messages: MessageBook;
  readonly files: FileShelf;
  readonly views: ViewBook;
  readonly faults: Faults;
  readonly triggers: Triggers;
  readonly tickets: Tickets;
  /** What blocks are checked against, apart from where they stand. */
  readonly scene: Omit<Scene, 'surface' | 'isEphemeral'>;
  /** `http://127.0.0.1:PORT`, once it listens. */
  readonly origin: () => string;
  /** Aborted when the workspace closes: whoever waits for something stops then. */
  readonly closed: AbortSignal;
  readonly close: () => void;
}

/** A workspace in which nothing has happened yet. */
export const openWorkspace = (options: LoopbackSlackOptions, origin: () => string): Workspace => {
  const clock = openClock(options.now ?? Date.now);
  const identifiers = openIdentifiers(clock.now);
  const closing = new AbortController();
  // as many as wait for something
  setMaxListeners(0, closing.signal);
  const files = openFileShelf(origin, identifiers, options.fileScanPolls ?? 2);
  return {
    identity: identityOf(options, identifiers),
    clock,
    identifiers,
    journal: openJournal(clock.now),
    people: openPeople(identifiers, options.people ?? somebody, options.channels ?? somewhere),
    messages: openMessageBook(identifiers),
    files,
    views: openViewBook(),
    faults: openFaults(),
    triggers: openTriggers(clock, identifiers),
    tickets: openTickets(),
    scene: { allowsCharts: options.allowsCharts ?? false, imageProblem: files.imageProblem },
    origin,
    closed: closing.signal,
    close: () => {
      closing.abort();
      clock.close();
    },
  };
};

const somebody = [{ name: 'ada' }, { name: 'emmy', locale: 'de-DE' }];
const somewhere = [{ name: 'lab' }, { name: 'elsewhere', hasApp: false }] as const;

const identityOf = ({ botToken, appToken, signingSecret, scopes }: LoopbackSlackOptions, { next }: Identifiers): Identity => ({
  botToken: botToken ?? `xoxb-${secret()}`,
  appToken: appToken ?? `xapp-1-${secret()}`,
  signingSecret: signingSecret ?? secret(),
  teamId: next('T'),
  appId: next('A'),
  botId: next('B'),
  botUserId: next('U'),
  scopes: scopes ?? usualScopes,
});

const secret = (): string => randomBytes(16).toString('hex');
