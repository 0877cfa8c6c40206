import { handOver } from './hand-over.ts';
import type { Means } from './means.ts';
import type { Asked, Replies } from './replies.ts';
import type { Responder } from './responder.ts';
import { showNotice } from './shown.ts';
import type { Spot } from './web.ts';

/**
 * Replies through a `response_url`, which has five uses: one for progress, to the asker alone, two for the answer with its picture,
 * one without, one for what goes wrong.
 */
export const respondReplies = (
  { asker, isPrivate, place, whisper }: Asked,
  spot: Spot,
  responder: Responder,
  means: Means,
): Replies => {
  const thread = spot.thread === null ? {} : { thread_ts: spot.thread };
  const post = async (shown: Parameters<typeof whisper>[0]) => (await means.web.post(spot, shown)).error;
  return {
    patience: { firstMs: 1500, everyMs: 3000, most: 1 },
    progress: async (shown) => {
      // a thread that nobody wrote in yet shows nobody what is for one person alone
      const within = place.thread === null ? {} : { thread_ts: place.thread };
      const error = await responder.say({ ...shown, ...within, response_type: 'ephemeral' });
      if (error !== null) throw new Error(`Slack took no progress: ${error}`);
    },
    answer: (card) =>
      handOver(
        card,
        { asker, isPrivate },
        {
          says: [(shown) => responder.say({ ...shown, ...thread, response_type: 'in_channel' }), post],
          share: async ({ png, alt }) => {
            await means.web.upload({ png, alt, spot });
          },
        },
        means,
      ),
    refuse: (notice) => whisper(showNotice(notice, isPrivate)),
  };
};
