import { handOver, type Say } from './hand-over.ts';
import type { Means } from './means.ts';
import { livePatience, type Message, openMessage } from './post-replies.ts';
import type { Asked, Replies } from './replies.ts';
import { showNotice } from './shown.ts';

/**
 * Replies in the asker's direct messages, where pictures can be private: messages that only one person of a channel sees carry no files.
 * Where Slack opens no direct conversation, the answer is such a message, without its picture.
 */
export const directReplies = ({ asker, whisper }: Asked, means: Means): Replies => {
  let opened: Promise<Message> | null = null;
  const message = (): Promise<Message> => {
    opened ??= means.web.direct(asker).then((channel) => openMessage({ channel, thread: null }, means.web));
    return opened;
  };
  const show: Say = async (shown) => {
    const direct = await message().catch(() => null);
    return direct === null ? 'no direct messages' : direct.show(shown);
  };
  const whispered: Say = async (shown) => {
    await whisper(shown);
    return null;
  };
  return {
    patience: livePatience,
    progress: async (shown) => {
      const error = await show(shown);
      if (error !== null) throw new Error(`Slack took no progress: ${error}`);
    },
    answer: async (card) => {
      const style = { asker, isPrivate: true };
      const isOpen = await message().then(
        () => true,
        () => false,
      );
      // an ephemeral message cannot show what would be uploaded
      if (isOpen) return handOver(card, style, { says: [show], share: null }, means);
      return handOver(card, style, { says: [whispered], share: null, isBare: true }, means);
    },
    refuse: async (notice) => {
      const shown = showNotice(notice, true);
      if ((await show(shown).catch(String)) !== null) await whisper(shown);
    },
  };
};
