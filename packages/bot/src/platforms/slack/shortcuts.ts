import { nothingAsked, questionIn } from '../../chat/question-in.ts';
import { answer, silently } from './answer.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
import type { Place } from './place.ts';
import { showNotice } from './shown.ts';
import { readText } from './texts.ts';
import { textAt } from './untrusted.ts';
import { whisperTo } from './whisper.ts';

/** Answers the question in a message that somebody chose, in the thread of that message. */
export const runMessage = async (body: unknown, ack: () => Promise<void>, means: Means): Promise<void> => {
  const text = questionIn(readText(textAt(body, 'message', 'text') ?? ''));
  const asker = textAt(body, 'user', 'id') ?? '';
  const event = textAt(body, 'trigger_id') ?? '';
  const place = placeOfMessage(body, means);
  if (text !== '') return answer({ event, asker, text, isPrivate: false, place }, silently(ack), means);
  await ack();
  if (!means.isNew(event)) return;
  const responder = place.responseUrl === null ? null : means.openResponder(place.responseUrl);
  await whisperTo(place, asker, responder, means)(showNotice(nothingAsked));
  means.journal.finished(platformName, 'mistake', 0);
};

const placeOfMessage = (body: unknown, { isResponseUrl }: Means): Place => {
  const address = textAt(body, 'response_url');
  return {
    channel: textAt(body, 'channel', 'id'),
    thread: textAt(body, 'message', 'thread_ts'),
    below: textAt(body, 'message', 'ts'),
    responseUrl: address !== null && isResponseUrl(address) ? address : null,
    isDirect: false,
  };
};
