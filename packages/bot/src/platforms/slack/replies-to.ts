import { directReplies } from './direct-replies.ts';
import type { Means } from './means.ts';
import { postReplies } from './post-replies.ts';
import type { Asked, Replies } from './replies.ts';
import { respondReplies } from './respond-replies.ts';

/** The replies that fit a place: a conversation of its own for who wants to be alone, an address that was given, or messages. */
export const repliesTo = (asked: Asked, means: Means): Replies => {
  const { place, isPrivate, responder } = asked;
  const { channel, thread, below } = place;
  const spot = channel === null ? null : { channel, thread: thread ?? below };
  if (spot !== null && place.isDirect) return postReplies(asked, spot, means);
  if (isPrivate || spot === null) return directReplies(asked, means);
  if (responder !== null) return respondReplies(asked, spot, responder, means);
  return postReplies(asked, spot, means);
};
