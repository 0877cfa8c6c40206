import type { Means } from './means.ts';
import type { Place } from './place.ts';
import type { Responder } from './responder.ts';
import type { Shown } from './shown.ts';
import type { Web } from './web.ts';

/** Says something to the asker alone. **Throws** where Slack takes it in no form. */
export type Whisper = (shown: Shown) => Promise<void>;

/** The most private voice that a place has: an ephemeral message there, or else a direct one. */
export const whisperTo =
  (place: Place, asker: string, responder: Responder | null, { web }: Means): Whisper =>
  async (shown) => {
    if ((await whisperThere(place, asker, responder, shown, web)) === null) return;
    const { channel, thread, isDirect } = place;
    const spot = channel !== null && isDirect ? { channel, thread } : { channel: await web.direct(asker), thread: null };
    const { error } = await web.post(spot, shown);
    if (error !== null) throw new Error(`Slack took no whisper: ${error}`);
  };

/** Null where it was said. */
const whisperThere = async (
  { channel, thread, isDirect }: Place,
  asker: string,
  responder: Responder | null,
  shown: Shown,
  web: Web,
): Promise<string | null> => {
  const within = thread === null ? {} : { thread_ts: thread };
  const error = (await responder?.say({ ...shown, ...within, response_type: 'ephemeral' })) ?? null;
  if (responder !== null && error === null) return null;
  return channel === null || isDirect ? 'nowhere' : (await web.whisper({ channel, thread }, asker, shown)).error;
};
