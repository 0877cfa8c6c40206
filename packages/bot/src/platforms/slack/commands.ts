import type { AckFn, RespondArguments, SlashCommand } from '@slack/bolt';
import { type Acknowledge, answer, pointer } from './answer.ts';
import type { Means } from './means.ts';
import type { Place } from './place.ts';
import { showNotice, showSentence } from './shown.ts';
import { readTyped } from './texts.ts';

/** Answers `/vanish …`. Slack has no such commands in threads. */
export const runCommand = (command: SlashCommand, ack: AckFn<RespondArguments>, means: Means): Promise<void> => {
  const { text, isPrivate } = readTyped(command.text);
  const { trigger_id: event, user_id: asker } = command;
  return answer({ event, asker, text, isPrivate, place: placeOf(command, means) }, acknowledgeBy(ack, isPrivate), means);
};

/** Words and mistakes go with the acknowledgement, which only the asker sees. */
const acknowledgeBy =
  (ack: AckFn<RespondArguments>, isPrivate: boolean): Acknowledge =>
  async (reception) => {
    if (reception.kind === 'notice') await ack({ response_type: 'ephemeral', ...showNotice(reception.notice, isPrivate) });
    else if (reception.kind === 'ticket' && isPrivate) await ack({ response_type: 'ephemeral', ...showSentence(pointer) });
    else {
      await ack();
      return false;
    }
    return true;
  };

const placeOf = ({ channel_id: channel, response_url: address }: SlashCommand, { isResponseUrl }: Means): Place => ({
  channel,
  thread: null,
  below: null,
  responseUrl: isResponseUrl(address) ? address : null,
  isDirect: false,
});
