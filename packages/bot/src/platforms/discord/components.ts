import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  escapeMarkdown,
  MessageFlags,
} from 'discord.js';
import type { Card, Tone } from '../../chat/card.ts';
import type { Notice } from '../../chat/conversation.ts';
import { type Pressed, writeId } from './custom-id.ts';

/** What is shown in one message, before it is sent. */
export interface Shown {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** Of the bar beside an answer, on light and on dark. */
const colours: Readonly<Record<Tone, number>> = { good: 0x1a9e74, doubtful: 0xb58900, bad: 0xd0434b, neutral: 0x2b87c8 };

/** The name of the picture among a message's files. */
export const pictureName = 'vanish.png';

/** What Discord takes. **Unit** characters. */
const [longestAlt, longestLabel, longestText] = [1024, 80, 3900];

/** The words for a picture, as long as Discord takes them. */
export const altOf = ({ alt }: { readonly alt: string }): string => alt.slice(0, longestAlt);

/** An answer: what it came to, the picture, the facts, the question to copy, and what to do next. */
export const showCard = (card: Card, asker: string): Shown => {
  const text = (content: string): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content });
  const { picture } = card;
  const image: readonly APIComponentInContainer[] =
    picture === null
      ? [text('-# the picture could not be drawn')]
      : [
          {
            type: ComponentType.MediaGallery,
            items: [{ media: { url: `attachment://${pictureName}` }, description: altOf(picture) }],
          },
        ];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: ComponentType.Container,
        accent_color: colours[card.tone],
        components: [
          text(`### ${escapeMarkdown(card.headline)}`),
          ...image,
          ...(card.facts.length === 0 ? [] : [text(card.facts.map((fact) => `- ${escapeMarkdown(fact)}`).join('\n'))]),
          text(`${codeBlock(card.query)}\n-# ${escapeMarkdown(card.footnote)}`),
        ],
      },
      ...rows([
        ...card.offers.map(({ name, label, query }, index) =>
          button(label, { kind: 'ask', offer: name, query }, index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary),
        ),
        button('Change…', { kind: 'change' }),
        button('Delete', { kind: 'delete', asker }),
      ]),
    ],
  };
};

/** What is being done, and a way to end it. */
export const showProgress = (query: string, line: string, ticket: string): Shown => ({
  flags: MessageFlags.IsComponentsV2,
  components: [
    { type: ComponentType.TextDisplay, content: `${codeBlock(query)}\n${escapeMarkdown(line)} …` },
    ...rows([button('Cancel', { kind: 'cancel', ticket })]),
  ],
});

/** Something to say instead of an answer. */
export const showNotice = ({ kind, text, tries }: Notice): Shown => ({
  flags: MessageFlags.IsComponentsV2,
  components: [
    {
      type: ComponentType.TextDisplay,
      content: kind === 'words' || kind === 'mistake' ? codeBlock(text) : escapeMarkdown(text).slice(0, longestText),
    },
    ...rows(tries.map((query) => button(`Ask ${query}`, { kind: 'ask', offer: 'try', query }))),
  ],
});

/** Text that is shown as it is: nothing in it is a mention, a link or a format. */
const codeBlock = (text: string): string => `\`\`\`\n${text.replaceAll('`', 'ˋ').slice(0, longestText)}\n\`\`\``;

const button = (label: string, pressed: Pressed, style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary) =>
  ({
    type: ComponentType.Button,
    style,
    label: label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1)}…`,
    custom_id: writeId(pressed),
  }) as const;

/** Buttons in rows of five. */
const rows = (buttons: readonly APIButtonComponentWithCustomId[]): readonly APIMessageTopLevelComponent[] =>
  Array.from({ length: Math.ceil(buttons.length / 5) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(5 * row, 5 * row + 5),
  }));
