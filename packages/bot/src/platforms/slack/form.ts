import type { AckFn, types, ViewResponseAction } from '@slack/bolt';
import { type Acknowledge, answer } from './answer.ts';
import { plain } from './blocks.ts';
import type { Means } from './means.ts';
import { changeFormId } from './names.ts';
import { type Remembered, readPlace, writePlace } from './place.ts';
import { cut } from './texts.ts';
import { textAt } from './untrusted.ts';

const [questionBlock, inputId] = ['question', 'text'];

/** What Slack takes. **Unit** characters */
const [longestQuestion, longestError] = [3000, 2000];

/** A form that holds a question, to be changed and asked, and remembers where. */
export const changeForm = (query: string, remembered: Remembered): types.ModalView => ({
  type: 'modal',
  callback_id: changeFormId,
  title: plain('Change the question'),
  submit: plain('Ask'),
  close: plain('Cancel'),
  private_metadata: writePlace(remembered),
  blocks: [
    {
      type: 'input',
      block_id: questionBlock,
      label: plain('Question'),
      hint: plain('key=value in any order; a,b compares, 2..64 sweeps'),
      element: {
        type: 'plain_text_input',
        action_id: inputId,
        multiline: true,
        initial_value: query.slice(0, longestQuestion),
        max_length: longestQuestion,
      },
    },
  ],
});

/** Asks what was written into the form. Mistakes are told in the form, which then stays open. */
export const submitForm = (body: unknown, ack: AckFn<ViewResponseAction>, means: Means): Promise<void> => {
  const { place, isPrivate } = readPlace(textAt(body, 'view', 'private_metadata') ?? '', means.isResponseUrl);
  const question = {
    event: [textAt(body, 'view', 'id'), textAt(body, 'view', 'hash'), textAt(body, 'trigger_id')].join(' '),
    asker: textAt(body, 'user', 'id') ?? '',
    text: textAt(body, 'view', 'state', 'values', questionBlock, inputId, 'value') ?? '',
  };
  return answer({ ...question, place, isPrivate }, acknowledgeBy(ack), means);
};

const acknowledgeBy =
  (ack: AckFn<ViewResponseAction>): Acknowledge =>
  async (reception) => {
    const isWrong = reception.kind === 'notice' && reception.notice.kind !== 'words';
    if (isWrong) await ack({ response_action: 'errors', errors: { [questionBlock]: cut(reception.notice.text, longestError) } });
    else await (ack as () => Promise<void>)();
    return isWrong;
  };
