import { targetOf } from '../../chat/offers.ts';
import { refusals, refused } from '../../chat/refusals.ts';
import { answer, silently } from './answer.ts';
import { changeForm } from './form.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
import { nowhere, type Place } from './place.ts';
import { type Pressed, readPressed } from './pressed.ts';
import { questionOfMessage } from './question-of-message.ts';
import type { Responder } from './responder.ts';
import { showNotice } from './shown.ts';
import { at, listAt, textAt } from './untrusted.ts';
import { whisperTo } from './whisper.ts';

/** Somebody's press of a button, with where and below what. */
interface Press {
  readonly event: string;
  readonly asker: string;
  readonly place: Place;
  /** The message of ours; not told of one that only its reader sees. */
  readonly message: unknown;
  readonly ts: string | null;
  readonly isEphemeral: boolean;
  readonly trigger: string;
  readonly responder: Responder | null;
  readonly refuse: (text: string) => Promise<void>;
}

/** Does what a button says. All it needs stands in its value and in the message: buttons outlive the process that sent them. */
export const press = async (body: unknown, ack: () => Promise<void>, means: Means): Promise<void> => {
  const [action] = listAt(body, 'actions');
  const pressed = readPressed(textAt(action, 'action_id') ?? '', textAt(action, 'value') ?? '');
  const made = pressOf(body, action, means);
  if (pressed?.kind === 'ask') return ask(pressed, made, ack, means);
  await ack();
  if (!means.isNew(made.event)) return;
  switch (pressed?.kind) {
    case undefined:
      return made.refuse(refusals.unknown);
    case 'change':
      return change(pressed, made, means);
    case 'delete':
      return remove(pressed, made, means);
    case 'cancel':
      return cancel(pressed.ticket, made, means);
    default:
      return pressed satisfies never;
  }
};

const pressOf = (body: unknown, action: unknown, means: Means): Press => {
  const asker = textAt(body, 'user', 'id') ?? '';
  const address = textAt(body, 'response_url');
  const channel = textAt(body, 'channel', 'id') ?? textAt(body, 'container', 'channel_id');
  const thread = textAt(body, 'message', 'thread_ts') ?? textAt(body, 'container', 'thread_ts');
  const responseUrl = address !== null && means.isResponseUrl(address) ? address : null;
  const place = channel === null ? nowhere : { channel, thread, below: null, responseUrl, isDirect: false };
  const responder = responseUrl === null ? null : means.openResponder(responseUrl);
  const whisper = whisperTo(place, asker, responder, means);
  return {
    event: [textAt(action, 'action_ts'), asker, textAt(action, 'action_id')].join(' '),
    asker,
    place,
    message: at(body, 'message'),
    ts: textAt(body, 'container', 'message_ts'),
    isEphemeral: at(body, 'container', 'is_ephemeral') === true,
    trigger: textAt(body, 'trigger_id') ?? '',
    responder,
    refuse: (text) => whisper(showNotice(refused(text))),
  };
};

const ask = async (
  { offer, query, isPrivate }: Extract<Pressed, { kind: 'ask' }>,
  { event, asker, place, responder, message, refuse }: Press,
  ack: () => Promise<void>,
  means: Means,
): Promise<void> => {
  const text = query ?? targetOf(offer, questionOfMessage(message) ?? '');
  if (text === null) {
    await ack();
    return refuse(refusals.lost);
  }
  return answer({ event, asker, text, isPrivate, place, responder }, silently(ack), means);
};

const change = async (
  { query, isPrivate }: Extract<Pressed, { kind: 'change' }>,
  { place, message, trigger, refuse }: Press,
  { web, journal }: Means,
): Promise<void> => {
  try {
    await web.openView(trigger, changeForm(query ?? questionOfMessage(message) ?? '', { place, isPrivate }));
  } catch (error) {
    journal.problem(platformName, 'form', error);
    await refuse(refusals.noForm);
  }
};

const remove = async (
  { asker, file }: Extract<Pressed, { kind: 'delete' }>,
  { asker: who, responder, place, ts, refuse }: Press,
  means: Means,
): Promise<void> => {
  if (who !== asker) return refuse(refusals.notYours);
  const { web, journal } = means;
  const error = responder === null ? 'no address' : await responder.say({ delete_original: true }).catch(String);
  if (error !== null) {
    const said = await web.remove(place.channel ?? '', ts ?? '').catch((problem: unknown) => ({ error: String(problem) }));
    // the address may have done it without saying so
    if (said.error !== null && said.error !== 'message_not_found') {
      journal.problem(platformName, 'delete', new Error(`Slack deletes no answer: ${error}, ${said.error}`));
      return refuse(refusals.stays);
    }
  }
  if (file !== null) await web.discard(file).catch((problem: unknown) => journal.problem(platformName, 'discard', problem));
};

const cancel = async (ticket: string, { asker, responder, isEphemeral, refuse }: Press, { desk }: Means): Promise<void> => {
  const came = desk.cancel(ticket, { platform: platformName, asker, isModerator: false });
  if (came === 'not yours') return refuse(refusals.notYours);
  // of its own messages that only one person sees the bot can change those alone whose button was pressed
  if (isEphemeral && responder !== null) {
    const gone = { ...showNotice(refused(refusals.gone)), replace_original: true } as const;
    await responder.say(came === 'gone' ? gone : { delete_original: true });
  } else if (came === 'gone') await refuse(refusals.gone);
};
