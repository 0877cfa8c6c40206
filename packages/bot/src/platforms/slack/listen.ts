import type { App, ViewSubmitAction } from '@slack/bolt';
import { runCommand } from './commands.ts';
import { submitForm } from './form.ts';
import { showHome } from './home.ts';
import type { Means } from './means.ts';
import { answerDirectly, answerMention } from './messages.ts';
import { commandName, eventNames, runThisId } from './names.ts';
import { press } from './press.ts';
import { runMessage } from './shortcuts.ts';

/** Keeps count of work, and hears what it throws. Never rejects. */
export type Follow = (work: () => Promise<void>, where: string) => Promise<void>;

/** Whatever its name: buttons and forms of other versions deserve an answer, too. */
const any = /^/u;

/** Listens to all that people can do. Each listener acknowledges before it waits for anything else. */
export const listen = (app: App, follow: Follow, means: Means): void => {
  app.command(commandName, ({ command, ack }) => follow(() => runCommand(command, ack, means), 'command'));
  app.shortcut(runThisId, ({ body, ack }) => follow(() => runMessage(body, ack, means), 'shortcut'));
  app.action(any, ({ body, ack }) => follow(() => press(body, ack, means), 'button'));
  app.view<ViewSubmitAction>({ callback_id: any, type: 'view_submission' }, ({ body, ack }) =>
    follow(() => submitForm(body, ack, means), 'form'),
  );
  app.event(eventNames.mention, ({ body, context }) =>
    follow(() => answerMention(body, context.botUserId ?? '', means), 'mention'),
  );
  app.event(eventNames.message, ({ body, context }) =>
    follow(() => answerDirectly(body, context.botUserId ?? '', means), 'message'),
  );
  app.event(eventNames.home, ({ body }) => follow(() => showHome(body, means), 'home'));
};
