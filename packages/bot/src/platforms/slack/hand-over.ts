import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import { Undelivered } from '../../chat/undelivered.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
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
  /** Whether messages there carry no files. */
  readonly isBare?: boolean;
}

/** What is said in place of a picture. */
const notes = {
  none: 'The picture could not be drawn.',
  failed: 'The picture could not be shown here. Where the bot is a member it can do more: /invite @Vanish',
  shared: 'The picture is in a message of its own.',
} as const;

/** **Unit** milliseconds */
const secondChanceMs = 1500;

/** Slack calls a file that it still looks at an invalid block; and where it is in trouble it may not be for long. */
const mayPass = (error: string): boolean => error === 'invalid_blocks' || isTrouble(error);

const isTrouble = (error: string): boolean => error === 'ratelimited' || /^status 5/u.test(error);

/** Where the bot may not write it may not share either. */
export const isClosed = (error: string): boolean => error === 'not_in_channel' || error === 'channel_not_found';

/**
 * Shows an answer by the best way that Slack takes: with its picture if at all possible. Where Slack does not say what became of it
 * no other way is tried, or all would see it twice. **Throws** Undelivered where none is left.
 */
export const handOver = async (card: Card, style: Style, ways: Ways, means: Means): Promise<void> => {
  try {
    const note = await showWhole(card, style, ways, means);
    if (note === null) return;
    const error = await sayByAny(ways.says, showCard(card, { ...style, file: null, note }));
    if (error !== '') throw new Error(`Slack took the answer in no form: ${error}`);
  } catch (error) {
    throw new Undelivered('Slack', error);
  }
};

type Style = Pick<CardStyle, 'asker' | 'isPrivate'>;

/** Null where the answer was shown, picture and all; else what to say in place of the picture. */
const showWhole = async (card: Card, style: Style, ways: Ways, means: Means): Promise<string | null> => {
  const { says, share, isBare = false } = ways;
  if (card.picture === null) return notes.none;
  if (isBare) return notes.failed;
  const uploaded = await uploadPicture(card.picture, means);
  if (uploaded.file === null) return uploaded.note;
  const error = await sayByAny(says, showCard(card, { ...style, file: uploaded.file, note: '' }), sayTwice);
  if (error === '') return null;
  // nobody will ever see it
  await means.web.discard(uploaded.file).catch(() => {});
  const isPictures = !isClosed(error) && !isTrouble(error);
  const isShared = share !== null && isPictures && (await hasShared(share, card.picture, means));
  return isShared ? notes.shared : notes.failed;
};

/** Empty where one of them said it, else what the last of them heard. */
const sayByAny = async (says: readonly Say[], shown: Shown, by = sayOnce): Promise<string> => {
  let error = 'nobody to say it';
  for (const say of says) {
    error = await by(say, shown);
    if (error === '') break;
  }
  return error;
};

const sayOnce = async (say: Say, shown: Shown): Promise<string> => (await say(shown)) ?? '';

/** Empty where it was said in the end. */
const sayTwice = async (say: Say, shown: Shown): Promise<string> => {
  const error = await say(shown);
  if (error === null || !mayPass(error)) return error ?? '';
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
      journal.problem(platformName, 'share', error);
      return false;
    },
  );
