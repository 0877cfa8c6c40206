import { type InteractionHandle, type LoopbackDiscord, openLoopbackDiscord, type SeenMessage } from '@vanish/loopback/discord';
import { expect, test } from 'vitest';
import {
  type Asked,
  type BotParts,
  type Driver,
  describePlatform,
  rememberingJournal,
  type Seen,
} from '../../fixtures/platform-contract.ts';
import { openReceiver } from '../receiver.ts';
import { openDiscord } from './open-discord.ts';
import { openDiscordEndpoint } from './open-discord-endpoint.ts';
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

const openLoopback = async (): Promise<LoopbackDiscord> => {
  const discord = await openLoopbackDiscord();
  await registerCommands({ token: discord.token, applicationId: discord.applicationId, guildId: null, apiUrl: discord.api });
  return discord;
};

const openByGateway = async (parts: BotParts): Promise<Driver> => {
  const discord = await openLoopback();
  const platform = await openDiscord({ token: discord.token, apiUrl: discord.api, ...parts });
  await discord.until(() => platform.isReady());
  return { ...driverOf(discord, () => platform.close()), mention: (text) => askedByMention(discord, text) };
};

const openByHttp = async (parts: BotParts): Promise<Driver> => {
  const discord = await openLoopback();
  const platform = openDiscordEndpoint({
    publicKey: discord.publicKey,
    apiUrl: discord.api,
    wallClock: Date.now,
    ...parts,
  });
  const receiver = await openReceiver({ host: '127.0.0.1', port: 0 }, platform.listener === null ? [] : [platform.listener]);
  await discord.postTo(`${receiver.url}/discord`);
  return driverOf(discord, async () => {
    await platform.close();
    await receiver.close();
  });
};

const askedByMention = (discord: LoopbackDiscord, text: string): Asked => {
  const message = discord.mention(text, { user: 'ada' });
  const answers = (): readonly SeenMessage[] => discord.channelMessages().filter(({ referenceId }) => referenceId === message.id);
  return {
    outcome: async () => seenOf(discord, await discord.until(() => answers().find((one) => !isProgress(one)), 60_000)),
    progress: async () => seenOf(discord, await discord.until(() => answers().find(isProgress))),
    form: () => Promise.reject(new Error('a mention opens no form')),
    gone: async () => void (await discord.until(() => answers().length === 0)),
    again: () => {},
  };
};

const driverOf = (discord: LoopbackDiscord, close: () => Promise<void>): Driver => {
  return {
    ask: (text, { asker = 'ada', isPrivate = false } = {}) => {
      const options = { ...(text === '' ? {} : { question: text }), ...(isPrivate ? { private: true } : {}) };
      return askedOf(discord, discord.slash({ name: commandName, user: asker, options }));
    },
    mention: null,
    runMessage: (text) =>
      askedOf(discord, discord.context({ commandName: messageCommandName, message: { content: text }, user: 'ada' })),
    violations: () => discord.violations,
    pings: () => discord.pings,
    close: async () => {
      await close();
      await discord.close();
    },
  };
};

describePlatform('Discord by its gateway', openByGateway);
describePlatform('Discord over HTTP', openByHttp);

test('the definition of the commands is one that Discord takes', async () => {
  const discord = await openLoopbackDiscord();
  await registerCommands({ token: discord.token, applicationId: discord.applicationId, guildId: null, apiUrl: discord.api });
  expect(discord.commands.map(({ name }) => name)).toEqual([commandName, messageCommandName]);
  expect(discord.violations).toEqual([]);
  await discord.close();
});

test('a request that Discord did not sign, or not lately, is refused and runs nothing', async () => {
  const discord = await openLoopback();
  let received = 0;
  const platform = openDiscordEndpoint({
    publicKey: discord.publicKey,
    apiUrl: discord.api,
    wallClock: Date.now,
    desk: { receive: () => (received += 1) } as never,
    journal: rememberingJournal(),
    now: () => 0,
  });
  const receiver = await openReceiver({ host: '127.0.0.1', port: 0 }, platform.listener === null ? [] : [platform.listener]);
  const url = `${receiver.url}/discord`;
  expect(await discord.probe('good', url)).toMatchObject({ status: 200, body: { type: 1 } });
  for (const kind of ['forged', 'unsigned', 'stale'] as const) expect((await discord.probe(kind, url)).status).toBe(401);
  expect((await fetch(url, { method: 'POST', body: 'x'.repeat(2_000_000) })).status).toBe(413);
  expect((await fetch(`${receiver.url}/other`)).status).toBe(404);
  expect(received).toBe(0);
  await receiver.close();
  await discord.close();
});
