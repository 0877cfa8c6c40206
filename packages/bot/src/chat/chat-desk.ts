import { type AboutFacts, aboutText, asksAbout } from './about.ts';
import { type Means, openPictures } from './attend.ts';
import type { Asking, Reception } from './conversation.ts';
import { type Limits, openLimits } from './limits.ts';
import { openOnce } from './once.ts';
import { readAsking } from './read-asking.ts';
import { type Cancelling, openTickets } from './tickets.ts';
import { openTurns } from './turns.ts';
import { openWaitingLine } from './waiting-line.ts';

/** What a chat desk works with, and within which limits. */
export interface ChatDeskOptions
  extends Limits,
    Omit<Means, 'line' | 'pictures' | 'turn'>,
    Pick<AboutFacts, 'version' | 'contact'> {}

/** Who wants to end a question. */
export interface Canceller {
  readonly platform: string;
  readonly asker: string;
  /** Whether the platform lets them delete what others wrote. */
  readonly isModerator: boolean;
}

/** The front desk for chats: one for all platforms of a process. */
export interface ChatDesk {
  /** Resolves when the next asking may be received: where hundreds come in one breath, the first is acknowledged before the last is read. */
  readonly turn: () => Promise<void>;
  /** Decides at once, before anything is waited for, so that a platform can acknowledge in time and in the right way. */
  readonly receive: (asking: Asking) => Reception;
  /** Ends a question for whoever asked it, or for a moderator. */
  readonly cancel: (ticket: string, who: Canceller) => Cancelling;
  readonly waiting: number;
  readonly running: number;
  /** Takes nothing on any more, lets what runs end within that time, and ends the rest. **Unit** milliseconds. */
  readonly close: (graceMs: number) => Promise<void>;
}

/** A front desk for chats. */
export const openChatDesk = (options: ChatDeskOptions): ChatDesk => {
  const isNew = openOnce();
  const line = openWaitingLine(options.slots);
  const receiving = openTurns();
  // whoever asks has three seconds to be heard; whoever was heard has time
  const answering = openTurns(receiving);
  const tickets = openTickets({ ...options, line, pictures: openPictures(), turn: answering.next });
  const refusalOf = openLimits(options, tickets);
  const about = aboutText({ ...options, limits: options });
  let isClosing = false;
  return {
    turn: receiving.next,
    receive: ({ platform, event, asker, text }) => {
      const what = `${platform} ${event}`;
      if (!isNew(what)) return { kind: 'duplicate' };
      if (asksAbout(text)) return { kind: 'notice', notice: { kind: 'words', text: about, tries: [] } };
      const reading = readAsking(text);
      if (reading.kind === 'notice') return reading;
      const who = `${platform} ${asker}`;
      const refusal = isClosing ? 'The bot is being restarted. Ask again in a minute.' : refusalOf(who);
      if (refusal !== null) return { kind: 'notice', notice: { kind: 'refused', text: refusal, tries: [] } };
      return {
        kind: 'ticket',
        ticket: tickets.issue({ event: what, asker: who, query: reading.query, question: reading.question }),
      };
    },
    cancel: (ticket, { platform, asker, isModerator }) => tickets.cancel(ticket, `${platform} ${asker}`, isModerator),
    get waiting(): number {
      return line.waiting;
    },
    get running(): number {
      return line.running;
    },
    close: async (graceMs) => {
      isClosing = true;
      await tickets.close(graceMs);
    },
  };
};
