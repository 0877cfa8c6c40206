import type { types } from '@slack/bolt';
import type { Card } from '../../chat/card.ts';
import type { Notice } from '../../chat/conversation.ts';
import { actions, code, context, headline, image, list, type Pressable, paragraph } from './blocks.ts';
import { cut, escapeText } from './texts.ts';

/** What one message says. */
export interface Shown {
  /** The whole of it to notifications, and to those who see no blocks. Slack's markup, escaped. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** How an answer is shown. */
export interface CardStyle {
  readonly asker: string;
  readonly isPrivate: boolean;
  /** The uploaded picture; null where there is none. */
  readonly file: string | null;
  /** What is said in its place. */
  readonly note: string;
}

/** A text of one message. **Unit** characters */
const longestText = 3000;

/** An answer: what it came to, the picture, the facts, the question to copy, and what to do next. */
export const showCard = (card: Card, { asker, isPrivate, file, note }: CardStyle): Shown => ({
  text: plainly(card.headline),
  blocks: [
    headline(card.headline),
    file === null ? context(note) : image(file, card.picture?.alt ?? card.headline),
    ...(card.facts.length === 0 ? [] : [list(card.facts)]),
    code(card.query, questionBlock),
    context(card.footnote),
    actions([
      ...card.offers.map(
        ({ name, label, query }, index): Pressable => ({
          label,
          pressed: { kind: 'ask', offer: name, query, isPrivate },
          isFirst: index === 0,
        }),
      ),
      { label: 'Change…', pressed: { kind: 'change', query: card.query, isPrivate } },
      { label: 'Delete', pressed: { kind: 'delete', asker, file } },
    ]),
  ],
});

/** The block that holds the question of a message. */
export const questionBlock = 'question';

/** What is being done, and a way to end it. */
export const showProgress = (query: string, line: string, ticket: string): Shown => ({
  text: plainly(`${line} …`),
  blocks: [
    code(query, questionBlock),
    paragraph(`${line} …`),
    actions([{ label: 'Cancel', pressed: { kind: 'cancel', ticket } }]),
  ],
});

/** Something to say instead of an answer. What it proposes to ask is answered as privately as the question was to be. */
export const showNotice = ({ kind, text, tries }: Notice, isPrivate = false): Shown => ({
  text: plainly(text),
  blocks: [
    kind === 'words' || kind === 'mistake' ? code(text) : paragraph(text),
    ...(tries.length === 0
      ? []
      : [
          actions(
            tries.map((query, index) => ({
              label: `Ask ${query}`,
              pressed: { kind: 'ask', offer: `try-${index}`, query, isPrivate },
            })),
          ),
        ]),
  ],
});

/** A sentence by itself. */
export const showSentence = (text: string): Shown => ({ text: plainly(text), blocks: [paragraph(text)] });

const plainly = (text: string): string => escapeText(cut(text, longestText));
