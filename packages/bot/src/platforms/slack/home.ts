import type { types } from '@slack/bolt';
import { allPresets } from '@vanish/core/query';
import { bounds } from '../../chat/about.ts';
import { questionForms } from '../../chat/question-forms.ts';
import { actions, code, context, headline, type Pressable, paragraph } from './blocks.ts';
import type { Means } from './means.ts';
import { commandName } from './names.ts';
import { textAt } from './untrusted.ts';

/** Shows the home tab to somebody who opens it. */
export const showHome = async (body: unknown, { web }: Means): Promise<void> => {
  const user = textAt(body, 'event', 'user');
  if (user !== null && textAt(body, 'event', 'tab') === 'home') await web.publishHome(user, homeView());
};

/** Presets that are shown. */
const mostPresets = 8;

/** How to ask, with questions to press. Their answers come to the direct messages of whoever presses. */
const homeView = (): types.HomeView => ({
  type: 'home',
  blocks: [
    headline('Why does this deep network not learn, and what fixes it?'),
    paragraph('Ask anywhere with the command, call the bot by name in a thread, or write to it here:'),
    code(questionForms.map((form) => `${commandName} ${form}`).join('\n')),
    paragraph(`Nobody else sees the answer to ${commandName} private …, which comes to your direct messages.`),
    headline('Try one'),
    actions(questionForms.map(presser('form'))),
    headline('From the literature'),
    actions(allPresets.slice(0, mostPresets).map(({ query }, index) => presser('preset')(query, index))),
    context(
      `At most: ${bounds()}. A question that asks for too much is told what it may ask for. ${commandName} about says more.`,
    ),
  ],
});

const presser =
  (kind: string) =>
  (query: string, index: number): Pressable => ({
    label: query,
    pressed: { kind: 'ask', offer: `${kind}-${index}`, query, isPrivate: true },
  });
