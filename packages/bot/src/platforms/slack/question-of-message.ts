import { questionBlock } from './shown.ts';
import { readText } from './texts.ts';
import { listAt, textAt } from './untrusted.ts';

/** The question in a message of ours; null where there is none. */
export const questionOfMessage = (message: unknown): string | null => {
  const block = listAt(message, 'blocks').find((one) => textAt(one, 'block_id') === questionBlock);
  const [preformatted] = listAt(block, 'elements');
  const [first] = listAt(preformatted, 'elements');
  const text = textAt(first, 'text');
  return text === null ? null : readText(text);
};

/** The uploaded picture in a message of ours; null where there is none. */
export const pictureOfMessage = (message: unknown): string | null => {
  const file = listAt(message, 'blocks').map((block) => textAt(block, 'slack_file', 'id'));
  return file.find((id) => id !== null && /^F[A-Z0-9]{2,30}$/u.test(id)) ?? null;
};
