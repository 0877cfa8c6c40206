import type { ChatPlatform } from '../operations/metrics.ts';
import type { ChatDesk } from './chat-desk.ts';
import type { Asking, Conversation, Notice, Reception, Ticket } from './conversation.ts';
import type { Journal } from './journal.ts';

/** What a question of any platform is handled with. */
export interface Handling {
  readonly desk: ChatDesk;
  readonly journal: Journal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** How a platform answers one question. */
export interface Answering {
  /** The first thing that is waited for; resolves with whether somebody was told. **Throws** where it is too late for that. */
  readonly acknowledge: (reception: Reception) => Promise<boolean>;
  /** Says a notice, unless the acknowledgement has said it. */
  readonly say: (notice: Notice) => Promise<void>;
  readonly converse: (ticket: Ticket) => Conversation;
}

/** Takes a question on, or says at once why not, and writes down how it ended. Nothing but its turn is waited for before it is acknowledged. */
export const handle = async (
  asking: Asking & { readonly platform: ChatPlatform },
  { acknowledge, say, converse }: Answering,
  { desk, journal, now }: Handling,
): Promise<void> => {
  const { platform } = asking;
  const began = now();
  journal.received(platform);
  await desk.turn();
  const reception = desk.receive(asking);
  const isTold = await acknowledge(reception).catch((error: unknown) => {
    if (reception.kind === 'ticket') reception.ticket.drop();
    throw error;
  });
  if (isTold) journal.acknowledged(platform, now() - began);
  const finish = (outcome: Parameters<Journal['finished']>[1]): void => journal.finished(platform, outcome, now() - began);
  if (reception.kind === 'duplicate') return finish('duplicate');
  if (reception.kind === 'notice') {
    await say(reception.notice);
    return finish(reception.notice.kind);
  }
  const { ticket } = reception;
  finish(await ticket.attend(converse(ticket)));
};
