import { byType, type Check, flag, recordOf, words } from './check.ts';

/** Text that is shown as it is written: nothing in it is a mention or a link. */
export const plainText = (most: number): Check => byType({ plain_text: plain(most) });

/** Plain text or Slack's markup. */
export const anyText = (most: number): Check => byType({ plain_text: plain(most), mrkdwn: marked(most) });

/** Both kinds of text, for places that hold images, too. */
export const textKinds = (most: number): Readonly<Record<string, Check>> => ({ plain_text: plain(most), mrkdwn: marked(most) });

const plain = (most: number): Check => recordOf({ text: words(most) }, { emoji: flag });

const marked = (most: number): Check => recordOf({ text: words(most) }, { verbatim: flag });
