import { checkBlocks } from '../block-kit/check-blocks.ts';
import { type Body, isBody, parseJson } from '../body.ts';
import { type Content, withIds } from './messages.ts';
import { mentionsOf } from './pings.ts';
import type { Workspace } from './workspace.ts';

/** Where a message of the app is to be seen. */
export interface Place {
  readonly channel: string;
  readonly isEphemeral: boolean;
}

/** What a message says, or why Slack refuses it. */
export type Verdict =
  | { readonly error: null; readonly content: Content }
  | { readonly error: string; readonly problems: readonly string[] };

const longestText = 40_000;

/** Holds a message of the app to Slack's rules, and writes down what it breaks and whom it would notify. */
export const judgeMessage = (workspace: Workspace, body: Body, place: Place): Verdict => {
  const { journal, identifiers } = workspace;
  const text = typeof body['text'] === 'string' ? body['text'] : '';
  const blocks = typeof body['blocks'] === 'string' ? (parseJson(body['blocks']) ?? body['blocks']) : body['blocks'];
  const verdict = refusalOf(workspace, { ...body, text, blocks }, place);
  if (verdict !== null) return verdict;
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (hasBlocks && text.trim() === '') journal.violate('text', 'a message with blocks has no top-level text');
  for (const mention of mentionsOf({ ...body, text, blocks })) journal.ping({ mention, ...place });
  return { error: null, content: Object.freeze({ text, blocks: withIds(blocks, identifiers) }) };
};

interface Given {
  readonly text: string;
  readonly blocks: unknown;
  readonly attachments?: unknown;
}

const refusalOf = (
  { journal, scene }: Workspace,
  { text, blocks, attachments }: Given,
  { isEphemeral }: Place,
): Verdict | null => {
  const refuse = (error: string, problems: readonly string[] = []): Verdict => ({ error, problems });
  if (text.length > longestText) {
    journal.violate('text', `a text of ${text.length} characters`);
    return refuse('msg_too_long');
  }
  if (isFilled(attachments)) {
    journal.violate('block-kit', 'attachments, which are legacy');
    return refuse('invalid_attachments');
  }
  if (blocks !== undefined && blocks !== null && !Array.isArray(blocks)) {
    journal.violate('block-kit', 'blocks that are no list');
    return refuse('invalid_blocks_format');
  }
  const problems = checkBlocks(blocks ?? [], { ...scene, surface: 'message', isEphemeral });
  for (const detail of problems) journal.violate(detail.includes('ephemeral') ? 'ephemeral-file' : 'block-kit', detail);
  if (problems.length > 0) return refuse('invalid_blocks', problems);
  if (text.trim() !== '' || isFilled(blocks)) return null;
  journal.violate('text', 'a message without text or blocks');
  return refuse('no_text');
};

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isBody(value) || typeof value === 'string';
