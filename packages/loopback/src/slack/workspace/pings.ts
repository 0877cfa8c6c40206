import { type Body, isBody, isYes } from '../body.ts';

const mention = /<(?:[@][UW][A-Z0-9]+|!(?:channel|here|everyone|group)|!subteam\^[A-Z0-9]+)(?:\|[^>]*)?>/g;
const byName = /(?<![\w<])@[\w.-]+/g;

/** Who would be notified by a message, as it is written there: in its text, in all markup of its blocks, in its rich text. */
export const mentionsOf = (message: Body): readonly string[] => {
  const marked = [message['text'], ...markupOf(message['blocks'])].filter((text) => typeof text === 'string');
  const links = isYes(message['link_names']) || message['parse'] === 'full';
  return [
    ...marked.flatMap((text) => text.match(mention) ?? []),
    ...(links ? marked.flatMap((text) => text.match(byName) ?? []) : []),
    ...richMentionsOf(message['blocks']),
  ];
};

/** All texts that Slack reads as markup: `mrkdwn` objects and `markdown` blocks, however deep. */
const markupOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap(markupOf);
  if (!isBody(value)) return [];
  if (value['type'] === 'mrkdwn' || value['type'] === 'markdown') return [value['text']];
  return Object.values(value).flatMap(markupOf);
};

const richMentionsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(richMentionsOf);
  if (!isBody(value)) return [];
  if (value['type'] === 'broadcast') return [`<!${String(value['range'])}>`];
  if (value['type'] === 'user') return [`<@${String(value['user_id'])}>`];
  if (value['type'] === 'usergroup') return [`<!subteam^${String(value['usergroup_id'])}>`];
  return Object.values(value).flatMap(richMentionsOf);
};
