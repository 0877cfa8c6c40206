import { type LoopbackSlack, openLoopbackSlack, type Run, type SeenMessage } from '@vanish/loopback/slack';
import { expect, vi } from 'vitest';
import { type Asked, type BotParts, type Driver, describePlatform, type Seen } from '../../fixtures/platform-contract.ts';
import { openReceiver } from '../receiver.ts';
import { pointer } from './answer.ts';
import { runThisId } from './names.ts';
import { openSlack } from './open-slack.ts';
import { at, listAt, textAt } from './untrusted.ts';

const buttonsOf = ({ blocks }: SeenMessage): readonly unknown[] =>
  blocks.filter(({ type }) => type === 'actions').flatMap((block) => listAt(block, 'elements'));

const labelOf = (button: unknown): string => textAt(button, 'text', 'text') ?? '';

const isProgress = (message: SeenMessage): boolean => buttonsOf(message).some((button) => labelOf(button) === 'Cancel');

const isOutcome = (message: SeenMessage): boolean => !isProgress(message) && message.text !== pointer;

/** All texts of blocks, however deep. */
const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    name === 'text' && typeof field === 'string' ? [field] : textsIn(field),
  );
};

const pictureOf = (slack: LoopbackSlack, { blocks }: SeenMessage): Seen['picture'] => {
  const image = blocks.find(({ type }) => type === 'image');
  const file = slack.files.find(({ id }) => id === textAt(image, 'slack_file', 'id'));
  return file === undefined ? null : { png: file.bytes, alt: textAt(image, 'alt_text') ?? '' };
};

const seenOf = (slack: LoopbackSlack, message: SeenMessage): Seen => ({
  text: [message.text, ...textsIn(message.blocks)].join('\n'),
  isPrivate: message.ephemeralTo !== null || slack.channels.find(({ id }) => id === message.channel)?.kind === 'direct',
  picture: pictureOf(slack, message),
  buttons: buttonsOf(message).map(labelOf),
  press: (label, user = 'ada') => {
    const id = textAt(
      buttonsOf(message).find((button) => labelOf(button) === label),
      'action_id',
    );
    if (id === null) throw new Error(`no button "${label}"`);
    return askedOf(slack, slack.press(message, id, { user }), user);
  },
});

const askedOf = (slack: LoopbackSlack, run: Run, user: string, answeredTo: Run = run): Asked => {
  let last: SeenMessage | null = null;
  return {
    outcome: async () => {
      last = await answeredTo.visible(isOutcome, 60_000);
      return seenOf(slack, last);
    },
    progress: async () => seenOf(slack, await answeredTo.visible(isProgress, 20_000)),
    form: async () => {
      const view = await vi.waitUntil(() => slack.views.find(({ isOpen, kind }) => isOpen && kind === 'modal'));
      const [block] = view.blocks;
      return {
        text: String(at(block, 'element', 'initial_value')),
        send: (text) => askedOf(slack, slack.submitModal(view, { question: { text } }, { user }), user, run),
      };
    },
    gone: async () => {
      await expect.poll(() => slack.messages().some(({ ts }) => ts === last?.ts)).toBe(false);
    },
    again: () => void slack.deliverAgain(run),
  };
};

const openDriver =
  (way: 'socket' | 'http') =>
  async ({ desk, journal, now }: BotParts): Promise<Driver> => {
    const slack = await openLoopbackSlack({ people: [{ name: 'ada' }, { name: 'grace' }] });
    const { botToken, apiUrl, appToken, signingSecret } = slack;
    const access = way === 'socket' ? ({ transport: way, appToken } as const) : ({ transport: way, signingSecret } as const);
    const platform = await openSlack({ desk, journal, now, botToken, apiUrl, ...access });
    const { listener } = platform;
    const receiver = listener === null ? null : await openReceiver({ host: '127.0.0.1', port: 0 }, [listener]);
    slack.postTo(receiver === null ? null : `${receiver.url}${listener?.path}`);
    await expect.poll(() => platform.isReady()).toBe(true);
    return {
      ask: (text, { asker: user = 'ada', isPrivate = false } = {}) =>
        askedOf(slack, slack.command({ text: isPrivate ? `private ${text}` : text, user }), user),
      mention: (text) => askedOf(slack, slack.mention({ text, user: 'ada' }), 'ada'),
      runMessage: (text) => {
        const message = slack.say({ text, user: 'grace' });
        return askedOf(slack, slack.shortcut({ callbackId: runThisId, message, user: 'ada' }), 'ada');
      },
      violations: () => slack.violations,
      pings: () => slack.pings,
      close: async () => {
        await platform.close();
        await receiver?.close();
        await slack.close();
      },
    };
  };

describePlatform('Slack over a socket', openDriver('socket'));
describePlatform('Slack over HTTP', openDriver('http'));
