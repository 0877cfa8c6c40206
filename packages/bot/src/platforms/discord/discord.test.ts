import { type InteractionHandle, type LoopbackDiscord, openLoopbackDiscord, type SeenMessage } from '@vanish/loopback/discord';
import { expect, test } from 'vitest';
import { type Asked, type BotParts, type Driver, describePlatform, type Seen } from '../../fixtures/platform-contract.ts';
import { openDiscord } from './open-discord.ts';
import { registerCommands } from './register.ts';
import { commandName, messageCommandName } from './slash-command.ts';

interface Flat {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Flat[];
  readonly items?: readonly { readonly description?: string }[];
}

const flatten = (components: readonly Flat[]): readonly Flat[] =>
  components.flatMap((one) => [one, ...flatten(one.components ?? [])]);

const flatOf = ({ components }: SeenMessage): readonly Flat[] => flatten(components as unknown as readonly Flat[]);

const isProgress = (message: SeenMessage): boolean => flatOf(message).some(({ label }) => label === 'Cancel');

const seenOf = (discord: LoopbackDiscord, message: SeenMessage): Seen => {
  const parts = flatOf(message);
  const [file] = message.attachments;
  const described = parts.flatMap(({ items = [] }) => items)[0]?.description;
  return {
    text: [message.content, ...parts.flatMap(({ content }) => content ?? [])].join('\n'),
    isPrivate: message.isEphemeral,
    picture: file === undefined ? null : { png: file.bytes, alt: described ?? '' },
    buttons: parts.flatMap(({ label }) => label ?? []),
    press: (label, asker = 'ada') => {
      const id = parts.find((part) => part.label === label)?.custom_id;
      if (id === undefined) throw new Error(`no button "${label}"`);
      return askedOf(discord, discord.press(message, id, { user: asker }));
    },
  };
};

const askedOf = (discord: LoopbackDiscord, run: InteractionHandle): Asked => {
  const isOutcome = (message: SeenMessage): boolean => !message.isLoading && !message.isDeleted && !isProgress(message);
  return {
    outcome: async () =>
      seenOf(
        discord,
        await discord.until(() => {
          const { current, followUps } = run;
          return followUps[0] ?? (current !== null && isOutcome(current) ? current : undefined);
        }, 60_000),
      ),
    progress: async () => seenOf(discord, await run.messageMatching(isProgress, 20_000)),
    form: async () => {
      const { components } = (await run.modal()) as { readonly components: readonly { component: { value: string } }[] };
      return {
        text: components[0]?.component.value ?? '',
        send: (text) => askedOf(discord, discord.submitModal(run, { question: text })),
      };
    },
    gone: async () => void (await discord.until(() => run.current?.isDeleted === true)),
    again: () => discord.deliverAgain(run),
  };
};

const openDriver = async ({ desk, journal, now }: BotParts): Promise<Driver> => {
  const discord = await openLoopbackDiscord({ rateLimits: {} });
  await registerCommands({ token: discord.token, applicationId: discord.applicationId, guildId: null, apiUrl: discord.api });
  const platform = await openDiscord({ token: discord.token, apiUrl: discord.api, desk, journal, now });
  await discord.until(() => platform.isReady());
  return {
    ask: (text, { asker = 'ada', isPrivate = false } = {}) => {
      const options = { ...(text === '' ? {} : { question: text }), ...(isPrivate ? { private: true } : {}) };
      return askedOf(discord, discord.slash({ name: commandName, user: asker, options }));
    },
    mention: (text) => {
      const message = discord.mention(text, { user: 'ada' });
      const answers = (): readonly SeenMessage[] =>
        discord.channelMessages().filter(({ referenceId }) => referenceId === message.id);
      return {
        outcome: async () => seenOf(discord, await discord.until(() => answers().find((one) => !isProgress(one)), 60_000)),
        progress: async () => seenOf(discord, await discord.until(() => answers().find(isProgress))),
        form: () => Promise.reject(new Error('a mention opens no form')),
        gone: async () => void (await discord.until(() => answers().length === 0)),
        again: () => {},
      };
    },
    runMessage: (text) =>
      askedOf(discord, discord.context({ commandName: messageCommandName, message: { content: text }, user: 'ada' })),
    violations: () => discord.violations,
    pings: () => discord.pings,
    close: async () => {
      await platform.close();
      await discord.close();
    },
  };
};

describePlatform('Discord', openDriver);

test('the definition of the commands is one that Discord takes', async () => {
  const discord = await openLoopbackDiscord();
  await registerCommands({ token: discord.token, applicationId: discord.applicationId, guildId: null, apiUrl: discord.api });
  expect(discord.commands.map(({ name }) => name)).toEqual([commandName, messageCommandName]);
  expect(discord.violations).toEqual([]);
  await discord.close();
});
