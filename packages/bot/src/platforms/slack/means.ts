import type { Handling } from '../../chat/handle.ts';
import type { Responder } from './responder.ts';
import type { Web } from './web.ts';

/** What the bot answers with on Slack. */
export interface Means extends Handling {
  readonly web: Web;
  readonly isResponseUrl: (address: string) => boolean;
  readonly openResponder: (address: string) => Responder;
  /** Whether a press or a visit is seen for the first time. */
  readonly isNew: (event: string) => boolean;
}
