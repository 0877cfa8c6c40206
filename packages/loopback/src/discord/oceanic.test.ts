import { randomBytes } from 'node:crypto';
import { type AnyInteractionGateway, Client, MessageFlags } from 'oceanic.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LoopbackDiscord, openLoopbackDiscord } from './index.ts';

const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d4948445200000280000001e0', 'hex'), randomBytes(20_000)]);

let discord: LoopbackDiscord;
let client: Client;

const logIn = async (handle: (interaction: AnyInteractionGateway) => Promise<unknown>): Promise<void> => {
  client = new Client({
    auth: `Bot ${discord.token}`,
    gateway: { intents: ['GUILDS'], autoReconnect: true },
    rest: { baseURL: discord.api },
    defaultImageFormat: 'png',
  });
  client.on('error', () => {});
  client.on('interactionCreate', handle);
  const ready = new Promise<void>((resolve) => {
    client.once('ready', resolve);
  });
  await client.connect();
  await ready;
};

beforeEach(async () => {
  discord = await openLoopbackDiscord();
});

afterEach(async () => {
  client.disconnect(false);
  await discord.close();
});

it('oceanic.js logs in, registers commands, defers, and edits with a picture', async () => {
  await logIn(async (interaction) => {
    if (!interaction.isCommandInteraction()) return;
    await interaction.defer();
    await interaction.editOriginal({
      content: `depth=${interaction.data.options.getInteger('depth')}`,
      files: [{ name: 'plot.png', contents: picture }],
    });
  });
  await client.application.bulkEditGlobalCommands([
    {
      type: 1,
      name: 'vanish',
      description: 'why a network does not learn',
      options: [{ type: 4, name: 'depth', description: 'layers' }],
    },
  ]);
  const run = discord.slash({ name: 'vanish', options: { depth: 10 } });
  const message = await run.message();
  expect(message.content).toBe('depth=10');
  expect(message.attachments[0]?.bytes.equals(picture)).toBe(true);
  expect(discord.violations).toEqual([]);
});

it('oceanic.js answers buttons, modals, autocompletion and context menus', async () => {
  await logIn(async (interaction) => {
    if (interaction.isComponentInteraction()) {
      await interaction.createModal({
        customID: 'change',
        title: 'Change',
        components: [{ type: 18, label: 'Question', component: { type: 4, customID: 'question', style: 1 } }],
      });
    } else if (interaction.isModalSubmitInteraction()) {
      await interaction.createMessage({
        content: interaction.data.components.getTextInput('question') ?? '',
        flags: MessageFlags.EPHEMERAL,
      });
    } else if (interaction.isAutocompleteInteraction()) await interaction.result([{ name: 'a sigmoid', value: 'act=sigmoid' }]);
    else if (interaction.isCommandInteraction()) {
      const target = interaction.data.target;
      await interaction.createMessage({
        content: target !== null && target !== undefined && 'content' in target ? target.content : 'a button',
        components: [{ type: 1, components: [{ type: 2, style: 1, customID: 'again', label: 'Again' }] }],
      });
    }
  });
  const run = discord.context({ commandName: 'Run this', message: { content: 'depth=10' } });
  expect((await run.message()).content).toBe('depth=10');
  const opener = discord.press(run, 'again');
  await opener.modal();
  expect(await discord.submitModal(opener, { question: 'depth=20' }).message()).toMatchObject({
    content: 'depth=20',
    isEphemeral: true,
  });
  expect(await discord.autocomplete({ name: 'vanish', focused: 'question' })).toMatchObject([{ value: 'act=sigmoid' }]);
  expect(discord.violations).toEqual([]);
});
