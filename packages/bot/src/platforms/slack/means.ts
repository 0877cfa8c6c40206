import type { ChatDesk } from '../../chat/chat-desk.ts';
import type { Journal } from '../../chat/journal.ts';
import type { Responder } from './responder.ts';
import type { Web } from './web.ts';

/** What the bot answers with on Slack. */
export interface Means {
  readonly desk: ChatDesk;
  readonly journal: Journal;
  readonly web: Web;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly isResponseUrl: (address: string) => boolean;
  readonly openResponder: (address: string) => Responder;
  /** Whether a press or a visit is seen for the first time. */
  readonly isNew: (event: string) => boolean;
}
