import type { Say } from './hand-over.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
import type { Place } from './place.ts';
import type { Responder } from './responder.ts';
import type { Shown } from './shown.ts';
import type { Spot, Web } from './web.ts';

/** Says something to the asker alone. **Throws** where Slack takes it in no form. */
export type Whisper = (shown: Shown) => Promise<void>;

/** The most private voice that a place has: an ephemeral message there, or else a direct one. What one voice may have said another repeats. */
export const whisperTo =
  (place: Place, asker: string, responder: Responder | null, { web, journal }: Means): Whisper =>
  async (shown) => {
    let error: unknown = 'nobody to say it';
    for (const say of voicesOf(place, asker, responder, web)) {
      error = await say(shown).catch((problem: unknown) => problem);
      if (error === null) return;
      if (error instanceof Error) journal.problem(platformName, 'whisper', error);
    }
    throw new Error('Slack took no whisper', { cause: error });
  };

const voicesOf = ({ channel, thread, isDirect }: Place, asker: string, responder: Responder | null, web: Web): readonly Say[] => {
  const within = thread === null ? {} : { thread_ts: thread };
  const spot = channel === null ? null : { channel, thread };
  const posting =
    (where: () => Promise<Spot>): Say =>
    async (shown) =>
      (await web.post(await where(), shown)).error;
  const directly = posting(async () => ({ channel: await web.direct(asker), thread: null }));
  const there: readonly Say[] =
    responder === null ? [] : [(shown) => responder.say({ ...shown, ...within, response_type: 'ephemeral' })];
  if (spot === null) return [...there, directly];
  if (isDirect) return [...there, posting(async () => spot)];
  return [...there, async (shown) => (await web.whisper(spot, asker, shown)).error, directly];
};
