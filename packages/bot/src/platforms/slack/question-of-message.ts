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
