import { randomBytes } from 'node:crypto';
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ContextMenuCommandBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  REST,
  Routes,
  SlashCommandBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackDiscord, type LoopbackDiscordOptions, openLoopbackDiscord } from './index.ts';

/** Something that begins like a PNG of 640 x 480. */
const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d4948445200000280000001e0', 'hex'), randomBytes(20_000)]);

const commands = [
  new SlashCommandBuilder()
    .setName('vanish')
    .setDescription('why a network does not learn')
    .addIntegerOption((option) =>
      option.setName('depth').setDescription('layers').setRequired(true).setMinValue(1).setMaxValue(200),
    )
    .addStringOption((option) => option.setName('question').setDescription('what to ask').setAutocomplete(true)),
  new ContextMenuCommandBuilder().setName('Run this').setType(3),
].map((command) => command.toJSON());

let discord: LoopbackDiscord;
let client: Client | null = null;
let clockMs = 0;

const open = async (options: LoopbackDiscordOptions = {}): Promise<void> => {
  discord = await openLoopbackDiscord({ now: () => Date.now() + clockMs, ...options });
};

const logIn = async (
  handle: (interaction: Interaction) => Promise<unknown>,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Promise<Client<true>> => {
  const created = new Client({
    intents: [...intents],
    rest: { api: discord.api, timeout: 5000 },
    allowedMentions: { parse: [] },
  });
  client = created;
  created.on(Events.Error, () => {});
  created.on(Events.InteractionCreate, handle);
  const ready = new Promise<Client<true>>((resolve) => {
    created.once(Events.ClientReady, resolve);
  });
  await created.login(discord.token);
  return ready;
};

const onSlash =
  (handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>) =>
  async (interaction: Interaction): Promise<unknown> =>
    interaction.isChatInputCommand() ? handle(interaction) : null;

beforeEach(async () => {
  clockMs = 0;
  await open();
});

afterEach(async () => {
  await client?.destroy();
  client = null;
  await discord.close();
});

describe('discord.js', () => {
  it('logs in, knows its guild, and breaks no rule', async () => {
    const ready = await logIn(async () => {});
    expect(ready.user.id).toBe(discord.botId);
    expect(ready.guilds.cache.get(discord.guildId)?.channels.cache.has(discord.channelId)).toBe(true);
    expect(discord.connections).toMatchObject([{ intents: 1, shard: [0, 1], isOpen: true }]);
    expect(discord.violations).toEqual([]);
  });

  it('registers commands, which keep their ids when they are registered again', async () => {
    const rest = new REST({ api: discord.api }).setToken(discord.token);
    const route = Routes.applicationCommands(discord.applicationId);
    await rest.put(route, { body: commands });
    const [first] = discord.commands;
    await rest.put(route, { body: commands });
    expect(discord.commands.map(({ name }) => name)).toEqual(['vanish', 'Run this']);
    expect(discord.commands[0]?.id).toBe(first?.id);
    expect(() => discord.slash({ name: 'vanish', options: { depth: 201 } })).toThrow('max_value is 200');
    expect(() => discord.slash({ name: 'vanish', options: {} })).toThrow('cannot leave out depth');
    expect(() => discord.slash({ name: 'vanish', options: { depth: 1, width: 2 } })).toThrow('finds no option "width"');
    expect(() => discord.slash({ name: 'vanquish' })).toThrow('finds no command');
    expect(discord.violations).toEqual([]);
  });

  it('defers and answers with a picture, byte by byte, and its alt text', async () => {
    await logIn(
      onSlash(async (interaction) => {
        await interaction.deferReply();
        const files = [new AttachmentBuilder(picture, { name: 'plot.png' }).setDescription('gradients vanish')];
        const embeds = [{ title: 'vanishing', image: { url: 'attachment://plot.png', description: 'gradients vanish' } }];
        await interaction.editReply({ content: `depth=${interaction.options.getInteger('depth')}`, embeds, files });
      }),
    );
    const run = discord.slash({ name: 'vanish', options: { depth: 10 } });
    expect(await run.acknowledged()).toMatchObject({ type: 5, isEphemeral: false });
    const message = await run.message();
    expect(message.content).toBe('depth=10');
    expect(message.attachments).toMatchObject([
      { filename: 'plot.png', description: 'gradients vanish', contentType: 'image/png' },
    ]);
    expect(message.attachments[0]?.bytes.equals(picture)).toBe(true);
    expect(message.json.attachments[0]).toMatchObject({ width: 640, height: 480, size: picture.length });
    expect(message.embeds[0]?.image?.url).toBe(message.attachments[0]?.url);
    const served = await fetch(message.attachments[0]?.url ?? '');
    expect(Buffer.from(await served.arrayBuffer()).equals(picture)).toBe(true);
    expect(message.history).toMatchObject([{ isLoading: true, content: '' }]);
    expect(discord.violations).toEqual([]);
  });

  it('answers with Components V2, a gallery and buttons that can be pressed', async () => {
    await logIn(async (interaction) => {
      if (interaction.isButton())
        return interaction.update({ components: [new TextDisplayBuilder().setContent('pressed')], files: [], attachments: [] });
      if (!interaction.isChatInputCommand()) return null;
      await interaction.deferReply();
      return interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        files: [new AttachmentBuilder(picture, { name: 'plot.png' })],
        components: [
          new TextDisplayBuilder().setContent('**vanishing**'),
          new MediaGalleryBuilder().addItems({ media: { url: 'attachment://plot.png' }, description: 'gradients vanish' }),
          new ActionRowBuilder<ButtonBuilder>().addComponents(
            new ButtonBuilder().setCustomId('v1:again').setLabel('Run again').setStyle(ButtonStyle.Primary),
          ),
        ],
      });
    });
    const run = discord.slash({ name: 'vanish', user: 'ada' });
    const message = await run.message();
    expect(message).toMatchObject({ isComponentsV2: true, content: '', components: [{ type: 10 }, { type: 12 }, { type: 1 }] });
    expect(JSON.stringify(message.components)).toContain(message.attachments[0]?.url);
    const pressed = discord.press(run, 'v1:again');
    expect(await pressed.acknowledged()).toMatchObject({ type: 7 });
    const updated = await run.messageMatching(({ attachments }) => attachments.length === 0);
    expect(updated).toMatchObject({ isComponentsV2: true, components: [{ type: 10, content: 'pressed' }] });
    expect(() => discord.press(run, 'v1:again')).toThrow('no component "v1:again"');
    expect(discord.violations).toEqual([]);
  });

  it('opens a modal and hears what was written into it', async () => {
    await logIn(async (interaction) => {
      if (interaction.isModalSubmit()) return interaction.reply({ content: interaction.fields.getTextInputValue('question') });
      if (!interaction.isChatInputCommand()) return null;
      const input = new TextInputBuilder()
        .setCustomId('question')
        .setStyle(TextInputStyle.Short)
        .setValue('depth=10')
        .setMaxLength(20);
      const label = new LabelBuilder().setLabel('Question').setTextInputComponent(input);
      return interaction.showModal(new ModalBuilder().setCustomId('v1:change').setTitle('Change').addLabelComponents(label));
    });
    const run = discord.slash({ name: 'vanish' });
    expect(await run.modal()).toMatchObject({ title: 'Change' });
    expect(() => discord.submitModal(run, { question: 'x'.repeat(21) })).toThrow('takes 1 to 20 characters');
    expect(() => discord.submitModal(run, { answer: 'x' })).toThrow('no field answer');
    expect((await discord.submitModal(run, { question: 'depth=20' }).message()).content).toBe('depth=20');
    expect((await discord.submitModal(run, {}).message()).content).toBe('depth=10');
    expect(discord.violations).toEqual([]);
  });

  it('completes an option while it is typed', async () => {
    await logIn(async (interaction) =>
      interaction.isAutocomplete()
        ? interaction.respond([{ name: 'a sigmoid', value: `act=${interaction.options.getFocused()}` }])
        : null,
    );
    const choices = await discord.autocomplete({ name: 'vanish', options: { question: 'sig' }, focused: 'question' });
    expect(choices).toMatchObject([{ name: 'a sigmoid', value: 'act=sig' }]);
    expect(discord.violations).toEqual([]);
  });

  it('reads the message of a context menu without any privileged intent', async () => {
    await logIn(async (interaction) =>
      interaction.isMessageContextMenuCommand()
        ? interaction.reply({ content: `${interaction.targetMessage.author.username}: ${interaction.targetMessage.content}` })
        : null,
    );
    const run = discord.context({ commandName: 'Run this', message: { content: 'depth=10', author: 'grace' }, user: 'ada' });
    expect((await run.message()).content).toBe('grace: depth=10');
    expect(discord.violations).toEqual([]);
  });

  it('hears mentions with their text, and other messages without, if its intents let it', async () => {
    const heard: string[] = [];
    const ready = await logIn(async () => {}, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]);
    ready.on(Events.MessageCreate, async (message) => {
      if (message.author.id === ready.user.id) return;
      heard.push(message.content);
      if (message.mentions.has(ready.user))
        await message.reply({ content: `for <@${message.author.id}>`, allowedMentions: { repliedUser: false } });
    });
    discord.say('not for the bot');
    const mention = discord.mention('depth=10', { user: 'ada' });
    const reply = await discord.until(() => discord.channelMessages().find(({ referenceId }) => referenceId === mention.id));
    expect(heard).toEqual(['', `<@${discord.botId}> depth=10`]);
    expect(reply.allowedMentions).toEqual({ replied_user: false });
    expect(discord.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('keeps an ephemeral answer private through all its edits', async () => {
    await logIn(
      onSlash(async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply({
          content: `private ${interaction.user.id} <@${interaction.user.id}>`,
          allowedMentions: { parse: ['users'] },
        });
        await interaction.followUp({ content: 'and this', flags: MessageFlags.Ephemeral });
      }),
    );
    const run = discord.slash({ name: 'vanish', user: 'ada', dm: true });
    expect(await run.acknowledged()).toMatchObject({ isEphemeral: true });
    const [followUp] = await run.followUpsReached(1);
    expect(followUp).toMatchObject({ content: 'and this', isEphemeral: true, referenceId: run.current?.id });
    expect(run.current).toMatchObject({ isEphemeral: true });
    expect(discord.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('hears after a drop what happened meanwhile', async () => {
    await logIn(onSlash((interaction) => interaction.reply('here')));
    discord.dropGateway();
    await discord.until(() => discord.connections.every(({ isOpen }) => !isOpen));
    const run = discord.slash({ name: 'vanish' });
    expect((await run.message()).content).toBe('here');
    expect(discord.connections).toMatchObject([{ resumes: 1, isOpen: true }]);
    expect(discord.violations).toEqual([]);
  });

  it('reconnects when it is asked to', async () => {
    await logIn(async () => {});
    discord.askToReconnect();
    await discord.until(() => discord.connections.some(({ resumes, isOpen }) => resumes === 1 && isOpen));
    expect(discord.violations).toEqual([]);
  });

  it('waits out a 429 and sends the same files again', async () => {
    await logIn(
      onSlash(async (interaction) => {
        await interaction.deferReply();
        await interaction.editReply({ files: [new AttachmentBuilder(picture, { name: 'plot.png' })] });
      }),
    );
    discord.rateLimitNext({ route: 'PATCH /webhooks', retryAfterSeconds: 0.05, times: 2 });
    const message = await discord.slash({ name: 'vanish' }).message();
    expect(message.attachments[0]?.bytes.equals(picture)).toBe(true);
    expect(discord.rateLimited).toBe(2);
    expect(discord.violations).toEqual([]);
  });

  it('is slowed by the bucket of its webhook, and never hits it', async () => {
    await discord.close();
    await open({ rateLimits: { requests: 3, windowMs: 300 } });
    await logIn(
      onSlash(async (interaction) => {
        await interaction.deferReply();
        for (let percent = 0; percent <= 100; percent += 20) await interaction.editReply(`${percent} %`);
      }),
    );
    await discord.slash({ name: 'vanish' }).messageMatching(({ content }) => content === '100 %');
    expect(discord.rateLimited).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  it('tries again after an error of the server', async () => {
    await logIn(onSlash((interaction) => interaction.reply('here')));
    discord.failNext({ route: 'callback', status: 502 });
    expect((await discord.slash({ name: 'vanish' }).message()).content).toBe('here');
    expect(discord.requests.map(({ status }) => status)).toContain(502);
    expect(discord.violations).toEqual([]);
  });

  it('is refused with 10062 when it answers after three seconds', async () => {
    const code = new Promise<unknown>((resolve) => {
      logIn(
        onSlash(async (interaction) => {
          clockMs = 3001;
          await interaction.deferReply().catch((error: { readonly code: unknown }) => resolve(error.code));
        }),
      ).then(() => discord.slash({ name: 'vanish' }), resolve);
    });
    expect(await code).toBe(10062);
    expect(discord.violations).toMatchObject([{ rule: 'late-response' }]);
  });

  it('is refused with 40060 when the same event is answered twice', async () => {
    const codes: unknown[] = [];
    await logIn(
      onSlash(async (interaction) =>
        interaction.reply('once').catch((error: { readonly code: unknown }) => codes.push(error.code)),
      ),
    );
    const run = discord.slash({ name: 'vanish' });
    await run.acknowledged();
    discord.deliverAgain(run);
    await discord.until(() => codes.length > 0);
    expect(codes).toEqual([40060]);
    expect(run.violations).toMatchObject([{ rule: 'second-response' }]);
  });

  it('is turned away without a granted intent, and with a wrong token', async () => {
    await expect(logIn(async () => {}, [GatewayIntentBits.MessageContent])).rejects.toThrow(/intents/iu);
    await expect(new Client({ intents: [], rest: { api: discord.api } }).login('wrong')).rejects.toThrow(/token/iu);
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['privileged-intents', 'wrong-token']);
  });

  it('does not see what happens during a silence until it is over', async () => {
    await logIn(onSlash((interaction) => interaction.reply('here')));
    discord.silence(100);
    const run = discord.slash({ name: 'vanish' });
    expect(run.isAcknowledged).toBe(false);
    expect((await run.message()).content).toBe('here');
  });
});
