import type { Message } from './message.ts';
import type { MimeBundle, Output } from './output.ts';

/** The outputs of a cell, as they come in. */
export interface Collector {
  readonly take: (message: Message) => void;
  readonly outputs: () => readonly Output[];
}

/** An output and the id by which it can still be changed. */
interface Placed {
  readonly output: Output;
  readonly displayId: string | null;
}

/** Collects what a cell says: neighbouring writes become one, an update replaces what it updates, and what ended empty leaves no trace. */
export const collectOutputs = (): Collector => {
  const placed: Placed[] = [];
  const update = (displayId: string | null, output: Output): void => {
    for (const [index, one] of placed.entries()) if (one.displayId === displayId) placed[index] = { output, displayId };
  };
  const take = ({ type, content }: Message): void => {
    const displayId = idOf(content);
    if (type === 'stream') write(placed, content);
    else if (type === 'display_data') placed.push({ output: displayOf(content), displayId });
    else if (type === 'update_display_data') update(displayId, displayOf(content));
  };
  return { take, outputs: () => placed.map(({ output }) => settle(output)).filter(isVisible) };
};

const write = (placed: Placed[], content: Message['content']): void => {
  const name = content['name'] === 'stderr' ? 'stderr' : 'stdout';
  const last = placed.at(-1)?.output;
  const before = last?.output_type === 'stream' && last.name === name ? last.text : null;
  const output: Output = { output_type: 'stream', name, text: (before ?? '') + String(content['text']) };
  placed.splice(before === null ? placed.length : -1, 1, { output, displayId: null });
};

const displayOf = ({ data, metadata }: Message['content']): Output => ({
  output_type: 'display_data',
  data: (data ?? {}) as MimeBundle,
  metadata: (metadata ?? {}) as MimeBundle,
});

const idOf = ({ transient }: Message['content']): string | null => {
  const id = (transient as { readonly display_id?: unknown } | undefined)?.display_id;
  return typeof id === 'string' ? id : null;
};

/** What a terminal would show of a line that was written over. */
const settle = (output: Output): Output =>
  output.output_type === 'stream' ? { ...output, text: output.text.replace(/^.*\r(?!\n)/gmu, '') } : output;

/** Progress ends as an empty line that was replaced in place: nothing to save. */
const isVisible = (output: Output): boolean =>
  output.output_type === 'stream' ? output.text !== '' : Object.values(output.data).some((value) => value !== '');
