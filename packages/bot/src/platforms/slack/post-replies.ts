import type { Patience } from '../../chat/teller.ts';
import { handOver, isClosed, type Say } from './hand-over.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
import type { Asked, Replies } from './replies.ts';
import { type Shown, showNotice } from './shown.ts';
import type { Spot, Web } from './web.ts';

/** Slack allows about a message a second in a channel. */
export const livePatience: Patience = { firstMs: 1500, everyMs: 3000, most: 250 };

/** Replies in one message of the bot's own, which grows into the answer; in the asker's direct messages where the bot may not post. */
export const postReplies = ({ asker, isPrivate, place, whisper }: Asked, spot: Spot, means: Means): Replies => {
  const isAlone = isPrivate || place.isDirect;
  const directly = async (): Promise<Spot> => ({ channel: await means.web.direct(asker), thread: null });
  const message = openMessage(spot, means.web, isAlone ? null : directly);
  return {
    patience: livePatience,
    progress: async (shown) => {
      const error = await message.show(shown);
      if (error !== null) throw new Error(`Slack took no progress: ${error}`);
    },
    answer: (card) =>
      handOver(
        card,
        { asker, isPrivate: isAlone },
        {
          says: [message.show],
          share: isAlone
            ? null
            : async ({ png, alt }) => {
                await means.web.upload({ png, alt, spot });
              },
        },
        means,
      ),
    refuse: async (notice) => {
      const shown = showNotice(notice, isAlone);
      if (isAlone && (await message.show(shown).catch(String)) === null) return;
      // whoever waits is told also where the progress cannot be taken away
      await message.remove().catch((error: unknown) => means.journal.problem(platformName, 'progress', error));
      await whisper(shown);
    },
  };
};

/** One message that is posted once, and changed from then on. */
export interface Message {
  readonly show: Say;
  readonly remove: () => Promise<void>;
}

/** A message that is not there yet. Where the bot may not write it is `elsewhere`, from then on. */
export const openMessage = (wanted: Spot, web: Web, elsewhere: (() => Promise<Spot>) | null = null): Message => {
  let spot = wanted;
  let ts: string | null = null;
  const post = async (shown: Shown): Promise<string | null> => {
    const said = await web.post(spot, shown);
    if (said.error === null) {
      ts = said.ts;
      return null;
    }
    if (!isClosed(said.error) || elsewhere === null || spot !== wanted) return said.error;
    spot = await elsewhere();
    return post(shown);
  };
  return {
    show: async (shown) => {
      if (ts === null) return post(shown);
      const { error } = await web.update(spot.channel, ts, shown);
      // somebody deleted it meanwhile
      return error === 'message_not_found' ? post(shown) : error;
    },
    remove: async () => {
      if (ts !== null) await web.remove(spot.channel, ts);
      ts = null;
    },
  };
};
