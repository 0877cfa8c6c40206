import {
  type APIAllowedMentions,
  MessageFlags,
  type RawFile,
  type REST,
  type RESTPatchAPIWebhookWithTokenMessageJSONBody,
  Routes,
} from 'discord.js';
import { altOf, pictureName, type Shown } from './components.ts';

/** A picture that goes with a message. */
export interface Attached {
  readonly png: Uint8Array;
  readonly alt: string;
}

/** One message that grows into an answer. Each call **throws** what Discord refuses. */
export interface Replies {
  /** Shows this, and nothing of what was shown before. */
  readonly edit: (shown: Shown, picture?: Attached | null) => Promise<void>;
  readonly remove: () => Promise<void>;
  /** To the asker alone, where the platform can. */
  readonly whisper: (shown: Shown) => Promise<void>;
}

/** What every message of ours carries: nobody is notified, whatever it says. */
export const nobody: { readonly allowed_mentions: APIAllowedMentions } = { allowed_mentions: { parse: [] } };

/** A message's body and files: what it no longer lists is deleted. */
const bodyOf = (
  { components, flags }: Shown,
  picture: Attached | null,
): { readonly body: RESTPatchAPIWebhookWithTokenMessageJSONBody; readonly files: RawFile[] } => ({
  body: {
    ...nobody,
    components: [...components],
    flags,
    attachments: picture === null ? [] : [{ id: '0', filename: pictureName, description: altOf(picture) }],
  },
  files: picture === null ? [] : [{ name: pictureName, data: Buffer.from(picture.png), contentType: 'image/png' }],
});

/** The reply to an interaction. Its token is all that is needed, and lives 15 minutes. */
export const interactionReplies = (rest: REST, applicationId: string, token: string): Replies => {
  const original = Routes.webhookMessage(applicationId, token, '@original');
  return {
    edit: async (shown, picture = null) => {
      const { body, files } = bodyOf(shown, picture);
      await rest.patch(original, { body, files, auth: false });
    },
    remove: async () => {
      await rest.delete(original, { auth: false });
    },
    whisper: async (shown) => {
      const { body } = bodyOf(shown, null);
      const flags = (shown.flags ?? 0) | MessageFlags.Ephemeral;
      await rest.post(Routes.webhook(applicationId, token), { body: { ...body, flags }, auth: false });
    },
  };
};

/** A message in a channel, in reply to another. Only there from the first call on; whoever is whispered to is answered below the question. */
export const channelReplies = (rest: REST, channelId: string, messageId: string): Replies => {
  const reference = { message_reference: { message_id: messageId, fail_if_not_exists: false } };
  let sent: Promise<string> | null = null;
  const post = async (shown: Shown, picture: Attached | null): Promise<string> => {
    const { body, files } = bodyOf(shown, picture);
    const message = await rest.post(Routes.channelMessages(channelId), { body: { ...body, ...reference }, files });
    return (message as { readonly id: string }).id;
  };
  return {
    edit: async (shown, picture = null) => {
      if (sent === null) {
        sent = post(shown, picture);
        await sent;
        return;
      }
      const { body, files } = bodyOf(shown, picture);
      await rest.patch(Routes.channelMessage(channelId, await sent), { body, files });
    },
    remove: async () => {
      if (sent !== null) await rest.delete(Routes.channelMessage(channelId, await sent));
      sent = null;
    },
    whisper: async (shown) => {
      await post(shown, null);
    },
  };
};
