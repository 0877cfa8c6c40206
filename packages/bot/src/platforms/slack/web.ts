import { type Logger, type types, webApi } from '@slack/bolt';
import type { Journal } from '../../chat/journal.ts';
import { platformName } from './names.ts';
import type { Shown } from './shown.ts';
import { waitOut } from './wait-out.ts';

/** What became of something that was said: Slack's own word where it refused, or `status 503`. What was not answered at all is thrown instead. */
export type Said = { readonly error: null; readonly ts: string } | { readonly error: string };

/** A channel or direct conversation, and a thread in it. */
export interface Spot {
  readonly channel: string;
  readonly thread: string | null;
}

/** A file to share in a channel. */
export interface SharedFile {
  readonly png: Uint8Array;
  readonly alt: string;
  readonly spot: Spot | null;
}

/** What the bot asks of Slack's Web API. All but `post`, `whisper`, `update` and `remove` **throw** what Slack refuses, too. */
export interface Web {
  readonly post: (spot: Spot, shown: Shown) => Promise<Said>;
  readonly update: (channel: string, ts: string, shown: Shown) => Promise<Said>;
  readonly remove: (channel: string, ts: string) => Promise<Said>;
  /** To one person of a channel alone. */
  readonly whisper: (spot: Spot, user: string, shown: Shown) => Promise<Said>;
  /** The direct conversation with somebody. */
  readonly direct: (user: string) => Promise<string>;
  /** Uploads a picture, and shares it only where a spot is named. Returns its id. */
  readonly upload: (file: SharedFile) => Promise<string>;
  /** What Slack found a file to be; empty as long as it looks. */
  readonly mimetypeOf: (file: string) => Promise<string>;
  readonly discard: (file: string) => Promise<void>;
  readonly openView: (trigger: string, view: types.ModalView) => Promise<void>;
  readonly publishHome: (user: string, view: types.HomeView) => Promise<void>;
}

/** What the Web API is reached with. */
export interface WebOptions {
  readonly botToken: string;
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly journal: Journal;
  readonly logger: Logger;
  /** After which a call counts as lost. **Unit** milliseconds. */
  readonly timeoutMs: number;
}

/** Retries of what may be asked twice without harm. */
export const retryConfig: webApi.RetryOptions = { retries: 3, minTimeout: 500, maxTimeout: 5000 };

/** The Web API. What can be asked again is, three times; what would be said twice is not, unless Slack says that it did not take it. */
export const openWeb = ({ botToken, apiUrl, journal, logger, timeoutMs }: WebOptions): Web => {
  // the library would wait as long as Slack likes, and keep all other calls waiting, too
  const shared = { slackApiUrl: apiUrl, timeout: timeoutMs, allowAbsoluteUrls: false, rejectRateLimitedCalls: true, logger };
  const client = new webApi.WebClient(botToken, { ...shared, retryConfig });
  const once = new webApi.WebClient(botToken, { ...shared, retryConfig: { retries: 0 } });
  for (const one of [client, once]) one.on(webApi.WebClientEvent.RATE_LIMITED, () => journal.rateLimited(platformName));
  const quiet = { unfurl_links: false, unfurl_media: false };
  const threaded = ({ channel, thread }: Spot) => ({ channel, ...(thread === null ? {} : { thread_ts: thread }) });
  return {
    post: (spot, shown) => said(() => once.chat.postMessage({ ...threaded(spot), ...shown, ...quiet })),
    whisper: (spot, user, shown) =>
      said(async () => {
        const { message_ts: ts } = await once.chat.postEphemeral({ ...threaded(spot), user, ...shown });
        return { ts };
      }),
    update: (channel, ts, shown) => said(() => client.chat.update({ channel, ts, ...shown })),
    remove: (channel, ts) => said(() => client.chat.delete({ channel, ts })),
    direct: async (users) => {
      const { channel } = await waitOut(() => client.conversations.open({ users }));
      if (channel?.id === undefined) throw new Error('Slack opened a direct conversation without an id');
      return channel.id;
    },
    upload: (file) => waitOut(() => upload(client, file)),
    mimetypeOf: async (file) => (await waitOut(() => client.files.info({ file }))).file?.mimetype ?? '',
    discard: async (file) => {
      await waitOut(() => client.files.delete({ file }));
    },
    openView: async (trigger, view) => {
      // a trigger is good for three seconds: there is no second time
      await once.views.open({ trigger_id: trigger, view });
    },
    publishHome: async (user, view) => {
      await waitOut(() => client.views.publish({ user_id: user, view }));
    },
  };
};

const said = async (call: () => Promise<{ readonly ts?: string | undefined }>): Promise<Said> => {
  try {
    return { error: null, ts: (await waitOut(call)).ts ?? '' };
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return { error: error.data.error };
    if (error instanceof webApi.WebAPIRateLimitedError) return { error: 'ratelimited' };
    if (error instanceof webApi.WebAPIHTTPError) return { error: `status ${error.statusCode}` };
    throw error;
  }
};

/** What Slack takes of a description with an upload. **Unit** characters */
const longestAlt = 1000;

const upload = async (client: webApi.WebClient, { png, alt, spot }: SharedFile): Promise<string> => {
  const file = { file: Buffer.from(png), filename: 'vanish.png', title: 'vanish' };
  // a description with the upload made shares fail (python-slack-sdk#1575); it is given where no image block can carry it
  const where = spot === null ? {} : { channel_id: spot.channel, alt_text: alt.slice(0, longestAlt) };
  const thread = spot === null || spot.thread === null ? {} : { thread_ts: spot.thread };
  // the library types the answer as any answer
  const { files } = (await client.files.uploadV2({ ...file, ...where, ...thread } as webApi.FilesUploadV2Arguments)) as Uploaded;
  const id = files?.[0]?.files?.[0]?.id;
  if (id === undefined) throw new Error('Slack took an upload without giving it an id');
  return id;
};

/** What `uploadV2` answers: one completion for all files. */
interface Uploaded extends webApi.WebAPICallResult {
  readonly files?: readonly { readonly files?: readonly { readonly id?: string }[] }[];
}
