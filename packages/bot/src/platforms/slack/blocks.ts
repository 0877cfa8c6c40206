import type { types } from '@slack/bolt';
import { type Pressed, writePressed } from './pressed.ts';
import { cut } from './texts.ts';

/** What Slack takes. **Unit** characters */
const longest = { headline: 150, section: 3000, context: 2000, alt: 2000, label: 75, code: 3500 } as const;

/** Buttons in one block. */
const mostButtons = 25;

/** A button before it has its form. */
export interface Pressable {
  readonly label: string;
  readonly pressed: Pressed;
  /** Whether it stands out. */
  readonly isFirst?: boolean;
}

/** Text that nothing is read into. */
export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** The sentence that counts: as a header where it is short enough for one. */
export const headline = (text: string): types.KnownBlock =>
  text.length <= longest.headline ? { type: 'header', text: plain(text) } : paragraph(text);

/** A paragraph. */
export const paragraph = (text: string): types.SectionBlock => ({ type: 'section', text: plain(cut(text, longest.section)) });

/** Small print. */
export const context = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [plain(cut(text, longest.context))],
});

/** An uploaded picture, and what is said of it to those who do not see it. */
export const image = (file: string, alt: string): types.ImageBlock => ({
  type: 'image',
  slack_file: { id: file },
  alt_text: cut(alt, longest.alt),
});

/** Facts, one below the other. */
export const list = (facts: readonly string[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: facts.map((fact) => ({
        type: 'rich_text_section',
        elements: [{ type: 'text', text: cut(fact, longest.section) }],
      })),
    },
  ],
});

/** Text with all its columns, to be read or copied. */
export const code = (text: string, id?: string): types.RichTextBlock => ({
  type: 'rich_text',
  ...(id === undefined ? {} : { block_id: id }),
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: cut(text, longest.code) }] }],
});

/** A row of buttons. */
export const actions = (buttons: readonly Pressable[]): types.ActionsBlock => ({
  type: 'actions',
  elements: buttons.slice(0, mostButtons).map(button),
});

/** One button. */
const button = ({ label, pressed, isFirst = false }: Pressable): types.Button => ({
  type: 'button',
  text: plain(cut(label, longest.label)),
  ...writePressed(pressed),
  ...(isFirst ? { style: 'primary' } : {}),
});
