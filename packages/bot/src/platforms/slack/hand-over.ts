import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import type { Means } from './means.ts';
import { type CardStyle, type Shown, showCard } from './shown.ts';
import { uploadPicture } from './upload-picture.ts';

/** Says something; null where that went well, else Slack's word. */
export type Say = (shown: Shown) => Promise<string | null>;

/** How an answer reaches people. */
export interface Ways {
  /** The best first. */
  readonly says: readonly Say[];
  /** Shares the picture by itself with all of a channel; null where not all may see it. */
  readonly share: ((picture: NonNullable<Card['picture']>) => Promise<void>) | null;
}

/** What is said in place of a picture. */
const notes = {
  none: 'The picture could not be drawn.',
  failed: 'The picture could not be shown here. Where the bot is a member it can do more: /invite @Vanish',
  shared: 'The picture is in a message of its own.',
} as const;

/** Slack calls a file that it still looks at an invalid block. **Unit** milliseconds */
const secondChanceMs = 1500;

/** Where the bot may not write it may not share either. */
export const isClosed = (error: string): boolean => error === 'not_in_channel' || error === 'channel_not_found';

/** Shows an answer by the best way that Slack takes: with its picture if at all possible. **Throws** where none is left. */
export const handOver = async (
  card: Card,
  style: Pick<CardStyle, 'asker' | 'isPrivate'>,
  { says, share }: Ways,
  means: Means,
): Promise<void> => {
  const file = card.picture === null ? null : await uploadPicture(card.picture, means);
  let error = 'unsaid';
  if (file !== null) {
    const shown = showCard(card, { ...style, file, note: '' });
    for (const say of says) {
      error = await sayTwice(say, shown);
      if (error === '') return;
    }
  }
  const isShared = card.picture !== null && share !== null && !isClosed(error) && (await hasShared(share, card.picture, means));
  const note = card.picture === null ? notes.none : isShared ? notes.shared : notes.failed;
  const plain = showCard(card, { ...style, file: null, note });
  for (const say of says) {
    error = (await say(plain)) ?? '';
    if (error === '') return;
  }
  throw new Error(`Slack took the answer in no form: ${error}`);
};

/** Empty where it was said in the end. */
const sayTwice = async (say: Say, shown: Shown): Promise<string> => {
  const error = await say(shown);
  if (error !== 'invalid_blocks') return error ?? '';
  await sleep(secondChanceMs);
  return (await say(shown)) ?? '';
};

const hasShared = (
  share: NonNullable<Ways['share']>,
  picture: NonNullable<Card['picture']>,
  { journal }: Means,
): Promise<boolean> =>
  share(picture).then(
    () => true,
    (error: unknown) => {
      journal.problem('slack', 'share', error);
      return false;
    },
  );
