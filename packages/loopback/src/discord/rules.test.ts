import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InteractionHandle, type LoopbackDiscord, openLoopbackDiscord } from './index.ts';
import { interactionOf } from './interactions/handle.ts';
import { openJudge } from './judge/open-api-judge.ts';

let discord: LoopbackDiscord;

beforeAll(async () => {
  discord = await openLoopbackDiscord({ rateLimits: { requests: 1000, perSecond: 10_000 } });
});

afterAll(() => discord.close());

interface Answered {
  readonly status: number;
  readonly code: number;
  readonly rules: readonly string[];
}

const send = async (method: string, path: string, body: unknown, authorization?: string): Promise<Answered> => {
  const before = discord.violations.length;
  const isForm = body instanceof FormData;
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    body: isForm ? body : JSON.stringify(body),
    headers: {
      ...(isForm ? {} : { 'content-type': 'application/json' }),
      ...(authorization === undefined ? {} : { authorization }),
    },
  });
  const text = await response.text();
  const { code = 0 } = text === '' ? {} : (JSON.parse(text) as { readonly code?: number });
  return { status: response.status, code, rules: discord.violations.slice(before).map(({ rule }) => rule) };
};

const respond = (run: InteractionHandle, body: unknown): Promise<Answered> =>
  send('POST', `/interactions/${run.id}/${interactionOf(run).token}/callback`, body);

const webhook = (run: InteractionHandle): string => `/webhooks/${discord.applicationId}/${interactionOf(run).token}`;

const deferred = async (data: object = {}): Promise<InteractionHandle> => {
  const run = discord.slash({ name: 'vanish', options: {} });
  await respond(run, { type: 5, data });
  return run;
};

const edit = async (body: unknown): Promise<Answered> => send('PATCH', `${webhook(await deferred())}/messages/%40original`, body);

const form = (payload: unknown, ...files: readonly (readonly [name: string, bytes: number])[]): FormData => {
  const parts = new FormData();
  parts.set('payload_json', JSON.stringify(payload));
  for (const [index, [name, bytes]] of files.entries()) parts.set(`files[${index}]`, new Blob([new Uint8Array(bytes)]), name);
  return parts;
};

const registered = (body: unknown): Promise<Answered> =>
  send('PUT', `/applications/${discord.applicationId}/commands`, body, `Bot ${discord.token}`);

const times = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

const button = (index: number, more: object = {}) => ({ type: 2, style: 1, custom_id: `id ${index}`, label: 'again', ...more });
const row = (...components: readonly unknown[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const gallery = (items: readonly unknown[]) => ({ type: 12, items });
const v2 = 1 << 15;

/** Bodies of an edit that break one rule, and bodies as close to them as possible that break none. */
const edits: readonly (readonly [rule: string, broken: unknown, whole: unknown])[] = [
  ['content-length', { content: 'x'.repeat(2001) }, { content: '🙂'.repeat(2000) }],
  ['empty-message', { content: ' ' }, { content: '.' }],
  ['embed-count', { embeds: times(11, () => ({ title: 'x' })) }, { embeds: times(10, () => ({ title: 'x' })) }],
  [
    'embeds-length',
    { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1905) }] },
    { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
  ],
  ['embed-text', { embeds: [{ title: 'x'.repeat(257) }] }, { embeds: [{ title: 'x'.repeat(256) }] }],
  [
    'embed-fields',
    { embeds: [{ fields: times(26, () => ({ name: 'x', value: 'x' })) }] },
    { embeds: [{ fields: times(25, () => ({ name: 'x', value: 'x' })) }] },
  ],
  [
    'embed-field-empty',
    { embeds: [{ fields: [{ name: 'x', value: '' }] }] },
    { embeds: [{ fields: [{ name: 'x', value: '.' }] }] },
  ],
  ['row-count', { components: times(6, (index) => row(button(index))) }, { components: times(5, (index) => row(button(index))) }],
  ['row-buttons', { components: [row(...times(6, button))] }, { components: [row(...times(5, (index) => button(index)))] }],
  [
    'row-mixed',
    { components: [row(button(0), { type: 5, custom_id: 'x' })] },
    { components: [row({ type: 5, custom_id: 'x' })] },
  ],
  ['custom-id-unique', { components: [row(button(1), button(1))] }, { components: [row(button(1), button(2))] }],
  [
    'custom-id-length',
    { components: [row(button(1, { custom_id: 'x'.repeat(101) }))] },
    { components: [row(button(1, { custom_id: 'x'.repeat(100) }))] },
  ],
  [
    'button-label',
    { components: [row(button(1, { label: 'x'.repeat(81) }))] },
    { components: [row(button(1, { label: 'x'.repeat(80) }))] },
  ],
  [
    'button-target',
    { components: [row(button(1, { url: 'https://vanish.test' }))] },
    { components: [row({ type: 2, style: 5, url: 'https://vanish.test', label: 'x' })] },
  ],
  ['button-target', { components: [row({ type: 2, style: 1, label: 'x' })] }, { components: [row(button(1))] }],
  [
    'button-wordless',
    { components: [row({ type: 2, style: 1, custom_id: 'x' })] },
    { components: [row({ type: 2, style: 1, custom_id: 'x', emoji: { name: '🙂' } })] },
  ],
  [
    'select-options',
    { components: [row({ type: 3, custom_id: 'x', options: times(26, (index) => ({ label: 'x', value: `${index}` })) })] },
    { components: [row({ type: 3, custom_id: 'x', options: times(25, (index) => ({ label: 'x', value: `${index}` })) })] },
  ],
  ['components-v2-flag', { components: [text('x')] }, { flags: v2, components: [text('x')] }],
  [
    'components-v2-alone',
    { flags: v2, content: 'x', components: [text('x')] },
    { flags: v2, content: '', embeds: [], components: [text('x')] },
  ],
  [
    'components-v2-count',
    { flags: v2, components: [{ type: 17, components: times(40, () => text('x')) }] },
    { flags: v2, components: [{ type: 17, components: times(39, () => text('x')) }] },
  ],
  [
    'components-v2-text',
    { flags: v2, components: [text('x'.repeat(3000)), text('x'.repeat(1001))] },
    { flags: v2, components: [text('x'.repeat(3000)), text('x'.repeat(1000))] },
  ],
  [
    'gallery-items',
    { flags: v2, components: [gallery(times(11, () => ({ media: { url: 'https://vanish.test/x.png' } })))] },
    { flags: v2, components: [gallery(times(10, () => ({ media: { url: 'https://vanish.test/x.png' } })))] },
  ],
  [
    'alt-text',
    { flags: v2, components: [gallery([{ media: { url: 'https://vanish.test/x.png' }, description: 'x'.repeat(1025) }])] },
    { flags: v2, components: [gallery([{ media: { url: 'https://vanish.test/x.png' }, description: 'x'.repeat(1024) }])] },
  ],
  [
    'attachment-reference',
    { flags: v2, components: [gallery([{ media: { url: 'attachment://x.png' } }])] },
    form({ flags: v2, components: [gallery([{ media: { url: 'attachment://x.png' } }])] }, ['x.png', 9]),
  ],
  [
    'alt-text',
    form({ attachments: [{ id: '0', description: 'x'.repeat(1025) }] }, ['x.png', 9]),
    form({ attachments: [{ id: '0', description: 'x'.repeat(1024) }] }, ['x.png', 9]),
  ],
  ['attachment-unknown', form({ attachments: [{ id: '1' }] }, ['x.png', 9]), form({ attachments: [{ id: '0' }] }, ['x.png', 9])],
  ['file-size', form({}, ['x.png', 10 * 2 ** 20 + 1]), form({}, ['x.png', 10 * 2 ** 20])],
  [
    'file-count',
    form({}, ...times(11, (index) => [`${index}`, 1] as const)),
    form({}, ...times(10, (index) => [`${index}`, 1] as const)),
  ],
  ['ephemeral-late', { content: 'x', flags: 64 }, { content: 'x', flags: 4 }],
  [
    'allowed-mentions-exclusive',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['100000000000000000'] } },
    { content: 'x', allowed_mentions: { parse: [], users: ['100000000000000000'] } },
  ],
];

const option = (more: object = {}) => ({ type: 3, name: 'question', description: 'x', ...more });
const command = (more: object = {}) => ({ name: 'vanish', description: 'x', ...more });
const withOptions = (...options: readonly unknown[]) => [command({ options })];

const registrations: readonly (readonly [rule: string, broken: unknown, whole: unknown])[] = [
  ['command-name', [command({ name: 'Vanish' })], [command({ name: 'vänish_2-b' })]],
  ['command-name', [command({ name: 'why vanish' })], [{ type: 3, name: 'Why vanish' }]],
  ['command-name', [command({ name: 'x'.repeat(33) })], [command({ name: 'x'.repeat(32) })]],
  ['command-name', [command({ name_localizations: { de: 'Nein Nein' } })], [command({ name_localizations: { de: 'nein' } })]],
  ['command-description', [command({ description: '' })], [command({ description: 'x' })]],
  ['command-description', [command({ description: 'x'.repeat(101) })], [command({ description: 'x'.repeat(100) })]],
  ['command-unique', [command(), command()], [command(), command({ name: 'other' })]],
  ['command-count', times(16, (index) => ({ type: 3, name: `${index}` })), times(15, (index) => ({ type: 3, name: `${index}` }))],
  [
    'command-length',
    withOptions(
      ...times(25, (index) =>
        option({ name: `o${index}`, choices: times(25, (choice) => ({ name: `${choice}`.padEnd(16), value: 'x' })) }),
      ),
    ),
    withOptions(
      ...times(25, (index) => option({ name: `o${index}`, choices: times(25, (choice) => ({ name: `${choice}`, value: 'x' })) })),
    ),
  ],
  ['context-description', [{ type: 3, name: 'Run this', description: 'x' }], [{ type: 3, name: 'Run this' }]],
  [
    'option-count',
    withOptions(...times(26, (index) => option({ name: `o${index}` }))),
    withOptions(...times(25, (index) => option({ name: `o${index}` }))),
  ],
  ['option-unique', withOptions(option(), option()), withOptions(option(), option({ name: 'other' }))],
  [
    'option-mixed',
    withOptions({ type: 1, name: 'sub', description: 'x' }, option()),
    withOptions({ type: 1, name: 'sub', description: 'x', options: [option()] }),
  ],
  [
    'option-required-first',
    withOptions(option(), option({ name: 'other', required: true })),
    withOptions(option({ required: true }), option({ name: 'other' })),
  ],
  [
    'option-choices-exclusive',
    withOptions(option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })),
    withOptions(option({ autocomplete: true, choices: [] })),
  ],
  [
    'option-choices-type',
    withOptions(option({ type: 5, autocomplete: true })),
    withOptions(option({ type: 10, autocomplete: true })),
  ],
  [
    'option-bounds',
    withOptions(option({ type: 4, min_value: 2, max_value: 1 })),
    withOptions(option({ type: 4, min_value: 1, max_value: 1 })),
  ],
  ['option-bounds', withOptions(option({ type: 4, min_value: 0.5 })), withOptions(option({ type: 10, min_value: 0.5 }))],
  ['option-bounds', withOptions(option({ max_value: 3 })), withOptions(option({ max_length: 3 }))],
  ['option-bounds', withOptions(option({ max_length: 6001 })), withOptions(option({ max_length: 6000 }))],
  [
    'option-depth',
    withOptions({ type: 1, name: 'sub', description: 'x', options: [{ type: 1, name: 'sub', description: 'x' }] }),
    withOptions({ type: 2, name: 'group', description: 'x', options: [{ type: 1, name: 'sub', description: 'x' }] }),
  ],
  [
    'choice-count',
    withOptions(option({ choices: times(26, (index) => ({ name: `${index}`, value: `${index}` })) })),
    withOptions(option({ choices: times(25, (index) => ({ name: `${index}`, value: `${index}` })) })),
  ],
  [
    'choice-value',
    withOptions(option({ choices: [{ name: 'x', value: 1 }] })),
    withOptions(option({ type: 4, choices: [{ name: 'x', value: 1 }] })),
  ],
  [
    'choice-name',
    withOptions(option({ choices: [{ name: 'x'.repeat(101), value: 'x' }] })),
    withOptions(option({ choices: [{ name: 'x'.repeat(100), value: 'x' }] })),
  ],
];

const input = (more: object = {}) => ({
  type: 18,
  label: 'Question',
  component: { type: 4, style: 1, custom_id: 'question', ...more },
});
const modal = (more: object = {}) => ({
  type: 9,
  data: { title: 'Change', custom_id: 'change', components: [input()], ...more },
});
const choices = (count: number) => ({
  type: 8,
  data: { choices: times(count, (index) => ({ name: `${index}`, value: `${index}` })) },
});

const responses: readonly (readonly [rule: string, broken: unknown, whole: unknown])[] = [
  ['components-v2-deferral', { type: 5, data: { flags: v2 } }, { type: 5, data: { flags: 64 } }],
  ['response-type', { type: 6 }, { type: 5 }],
  ['response-type', choices(1), { type: 4, data: { content: 'x' } }],
  ['modal-title', modal({ title: 'x'.repeat(46) }), modal({ title: 'x'.repeat(45) })],
  [
    'modal-components',
    modal({ components: times(6, (index) => input({ custom_id: `${index}` })) }),
    modal({ components: times(5, (index) => input({ custom_id: `${index}` })) }),
  ],
  ['modal-components', modal({ components: [] }), modal()],
  [
    'modal-child',
    modal({ components: [row(button(1))] }),
    modal({ components: [row({ type: 4, style: 1, custom_id: 'x', label: 'x' })] }),
  ],
  ['input-bounds', modal({ components: [input({ max_length: 4001 })] }), modal({ components: [input({ max_length: 4000 })] })],
  [
    'input-value',
    modal({ components: [input({ max_length: 3, value: 'four' })] }),
    modal({ components: [input({ max_length: 4, value: 'four' })] }),
  ],
  [
    'label-text',
    modal({ components: [{ ...input(), label: 'x'.repeat(46) }] }),
    modal({ components: [{ ...input(), label: 'x'.repeat(45) }] }),
  ],
];

describe('a body is refused for the rule that it breaks, and taken when it just does not break it', () => {
  it.each(edits)('edit: %s', async (rule, broken, whole) => {
    const refused = await edit(broken);
    expect(refused.rules).toContain(rule);
    expect(refused.status).toBe(rule === 'file-size' ? 413 : 400);
    expect(await edit(whole)).toEqual({ status: 200, code: 0, rules: [] });
  });

  it.each(registrations)('registration: %s', async (rule, broken, whole) => {
    const refused = await registered(broken);
    expect(refused).toMatchObject({ status: 400, code: 50035 });
    expect(refused.rules).toContain(rule);
    expect(await registered(whole)).toEqual({ status: 200, code: 0, rules: [] });
    await registered([]);
  });

  it.each(responses)('first response: %s', async (rule, broken, whole) => {
    const run = discord.slash({ name: 'vanish' });
    const refused = await respond(run, broken);
    expect(refused).toMatchObject({ status: 400, code: 50035 });
    expect(refused.rules).toContain(rule);
    expect(await respond(run, whole)).toEqual({ status: 204, code: 0, rules: [] });
  });
});

describe('messages', () => {
  it('let go of files that an edit leaves out', async () => {
    const run = await deferred();
    await send('PATCH', `${webhook(run)}/messages/@original`, form({}, ['a.png', 1], ['b.png', 2]));
    const [, second] = (await run.message()).attachments;
    await send('PATCH', `${webhook(run)}/messages/@original`, { content: 'still both' });
    expect((await run.message()).attachments).toHaveLength(2);
    await send('PATCH', `${webhook(run)}/messages/@original`, { attachments: [{ id: second?.id }] });
    expect((await run.message()).attachments.map(({ filename }) => filename)).toEqual(['b.png']);
    expect((await run.message()).history.map(({ attachments }) => attachments.length)).toEqual([0, 2, 2]);
  });

  it('keep Components V2 once they have them', async () => {
    const run = await deferred();
    const path = `${webhook(run)}/messages/@original`;
    await send('PATCH', path, { flags: v2, components: [text('x')] });
    expect(await send('PATCH', path, { content: 'x' })).toMatchObject({ status: 400, rules: ['components-v2-alone'] });
    expect(await send('PATCH', path, { flags: 0 })).toMatchObject({ status: 400, rules: ['components-v2-removed'] });
    expect(await send('PATCH', path, { components: [text('y')] })).toMatchObject({ status: 200, rules: [] });
  });

  it('tell of an attachment that Components V2 do not show, and take it', async () => {
    expect(await edit(form({ flags: v2, components: [text('x')] }, ['x.png', 1]))).toMatchObject({
      status: 200,
      rules: ['attachment-not-shown'],
    });
  });

  it('tell of an embed whose picture is missing, and take it', async () => {
    const embeds = [{ image: { url: 'attachment://x.png' } }];
    expect(await edit({ embeds })).toMatchObject({ status: 200, rules: ['embed-picture-missing'] });
    expect(await edit(form({ embeds }, ['x.png', 1]))).toMatchObject({ status: 200, rules: [] });
  });

  it('are what `@original` names after a component was used on them', async () => {
    const run = await deferred();
    await send('PATCH', `${webhook(run)}/messages/@original`, {
      content: 'x',
      components: [row(button(1), button(2, { disabled: true }))],
    });
    const pressed = discord.press(run, 'id 1', { user: 'grace' });
    expect(await respond(pressed, { type: 6 })).toMatchObject({ status: 204 });
    expect((await pressed.message()).id).toBe(run.current?.id);
    await send('PATCH', `${webhook(pressed)}/messages/@original`, { content: 'y' });
    expect(run.current?.content).toBe('y');
    expect(() => discord.press(run, 'id 2')).toThrow('disabled');
  });

  it('are pressed by whom they are shown to', async () => {
    const run = discord.slash({ name: 'vanish', user: 'ada' });
    const select = { type: 3, custom_id: 'menu', options: [{ label: 'x', value: 'x' }] };
    await respond(run, { type: 4, data: { flags: 64, components: [row(select)] } });
    expect(() => discord.press(run, 'menu', { user: 'grace', values: ['x'] })).toThrow('ephemeral');
    expect(() => discord.press(run, 'menu', { values: ['y'] })).toThrow('does not offer y');
    const { payload } = interactionOf(discord.press(run, 'menu', { values: ['x'] }));
    expect(payload).toMatchObject({ type: 3, data: { custom_id: 'menu', component_type: 3, id: 2, values: ['x'] } });
  });

  it('become the first follow-up while they are loading, as private as they were deferred', async () => {
    const run = await deferred({ flags: 64 });
    await send('POST', webhook(run), { content: 'x' });
    expect(await run.message()).toMatchObject({ content: 'x', isEphemeral: true });
    expect(run.followUps).toEqual([]);
  });

  it('name nobody before the first response, and nobody once they are deleted', async () => {
    const run = discord.slash({ name: 'vanish' });
    const path = `${webhook(run)}/messages/@original`;
    expect(await send('PATCH', path, { content: 'x' })).toEqual({ status: 404, code: 10008, rules: ['before-response'] });
    await respond(run, { type: 4, data: { content: 'x' } });
    expect(await send('DELETE', path, undefined)).toMatchObject({ status: 204 });
    expect(await send('PATCH', path, { content: 'x' })).toEqual({ status: 404, code: 10008, rules: [] });
    expect(run.current?.isDeleted).toBe(true);
    expect(() => discord.press(run, 'x')).toThrow('gone');
  });

  it('notify whom content and text displays name outside of code, if they may', async () => {
    const [ada, grace] = [discord.person('ada').id, discord.person('grace').id];
    const before = discord.pings.length;
    await edit({ content: `<@${ada}> \`<@${grace}>\` @everyone` });
    await edit({ content: `<@${ada}> <@${grace}> @here`, allowed_mentions: { parse: [], users: [grace] } });
    await edit({ flags: v2, components: [text(`<@${ada}>`)], allowed_mentions: { parse: ['users'] } });
    await edit({ content: `<@${ada}> @everyone`, allowed_mentions: { parse: [] } });
    await edit({ embeds: [{ description: `<@${ada}> @everyone` }] });
    expect(discord.pings.slice(before)).toMatchObject([
      { users: [ada], everyone: true },
      { users: [grace], everyone: false },
      { users: [ada], everyone: false },
    ]);
  });
});

describe('autocompletion', () => {
  it.each([
    ['choice-count', choices(26)],
    ['response-type', { type: 5 }],
    ['response-type', { type: 4, data: { content: 'x' } }],
  ])('refuses what breaks %s', async (rule, broken) => {
    const run = discord.typing({ name: 'vanish', focused: 'question' });
    expect((await respond(run, broken)).rules).toEqual([rule]);
    expect(await respond(run, choices(25))).toMatchObject({ status: 204 });
    expect(await run.choices()).toHaveLength(25);
  });
});

describe('modals', () => {
  it('answer no modal', async () => {
    const run = discord.slash({ name: 'vanish', locale: 'de' });
    await respond(run, modal());
    const submitted = discord.submitModal(run, { question: 'x' });
    expect(interactionOf(submitted).payload).toMatchObject({ type: 5, locale: 'de', data: { custom_id: 'change' } });
    expect((await respond(submitted, modal())).rules).toEqual(['response-type']);
    expect((await respond(submitted, { type: 6 })).rules).toEqual(['response-type']);
    expect(await respond(submitted, { type: 5 })).toMatchObject({ status: 204 });
  });
});

describe('who asks', () => {
  it('needs the token of the bot, except where a token stands in the path', async () => {
    expect(await send('GET', '/users/@me', undefined)).toMatchObject({ status: 401, rules: ['wrong-token'] });
    expect(await send('GET', '/users/@me', undefined, discord.token)).toMatchObject({ status: 401, rules: ['wrong-token'] });
    expect(await send('GET', '/users/@me', undefined, `Bot ${discord.token}`)).toMatchObject({ status: 200, rules: [] });
    const { id } = discord.slash({ name: 'vanish' });
    expect(await send('POST', `/interactions/${id}/wrong/callback`, { type: 5 })).toMatchObject({
      code: 10062,
      rules: ['unknown-interaction'],
    });
    expect(await send('POST', `/webhooks/${discord.applicationId}/wrong`, { content: 'x' })).toMatchObject({
      code: 10015,
      rules: ['unknown-webhook'],
    });
  });

  it('asks for what there is, in JSON', async () => {
    expect(await send('GET', '/nowhere', undefined)).toMatchObject({ status: 404, rules: ['unknown-route'] });
    const run = discord.slash({ name: 'vanish' });
    const path = `${discord.api}/interactions/${run.id}/${interactionOf(run).token}/callback`;
    const response = await fetch(path, { method: 'POST', body: '{"type":', headers: { 'content-type': 'application/json' } });
    expect(await response.json()).toMatchObject({ code: 50109 });
    expect(run.violations).toMatchObject([{ rule: 'body' }]);
  });

  it('may give up while it sends', async () => {
    const before = discord.violations.length;
    const socket = connect(Number(new URL(discord.api).port), '127.0.0.1');
    socket.write('POST /api/v10/users/@me/channels HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    await send('GET', '/gateway', undefined);
    socket.destroy();
    await once(socket, 'close');
    await send('GET', '/gateway', undefined);
    expect(discord.violations.slice(before)).toEqual([]);
  });

  it('writes to channels that the bot sees, and edits what it wrote', async () => {
    const [all, bot] = [`/channels/${discord.channelId}/messages`, `Bot ${discord.token}`];
    const asked = discord.mention('depth=10', { user: 'ada' });
    expect(await send('POST', all, { content: 'x', message_reference: { message_id: asked.id } }, bot)).toMatchObject({
      status: 200,
      rules: [],
    });
    const [reply] = discord.channelMessages().filter(({ referenceId }) => referenceId === asked.id);
    expect(discord.pings.at(-1)).toMatchObject({ messageId: reply?.id, users: [discord.person('ada').id] });
    expect(await send('PATCH', `${all}/${reply?.id}`, { content: 'y' }, bot)).toMatchObject({ status: 200 });
    expect(await send('PATCH', `${all}/${asked.id}`, { content: 'y' }, bot)).toMatchObject({
      status: 403,
      rules: ['foreign-message'],
    });
    expect(await send('POST', '/channels/1/messages', { content: 'x' }, bot)).toMatchObject({
      code: 10003,
      rules: ['unknown-channel'],
    });
    expect(await send('POST', '/users/@me/channels', { recipient_id: discord.person('ada').id }, bot)).toMatchObject({
      status: 200,
    });
    const direct = discord.directChannel(discord.person('ada'));
    expect(await send('POST', `/channels/${direct}/messages`, { content: 'psst' }, bot)).toMatchObject({ status: 200 });
    expect(discord.channelMessages(direct)).toMatchObject([{ content: 'psst' }]);
  });

  it('sends five follow-ups where the person alone has installed the application', async () => {
    const run = discord.slash({ name: 'vanish', isUserInstall: true });
    await respond(run, { type: 4, data: { content: 'x' } });
    for (const content of ['1', '2', '3', '4', '5'])
      expect(await send('POST', webhook(run), { content })).toMatchObject({ status: 200 });
    expect(await send('POST', webhook(run), { content: '6' })).toMatchObject({
      status: 400,
      code: 40094,
      rules: ['follow-up-count'],
    });
    expect(run.followUps.map(({ content }) => content)).toEqual(['1', '2', '3', '4', '5']);
    const { payload, place } = interactionOf(run);
    expect(payload).toMatchObject({ authorizing_integration_owners: { '1': place.person.id }, context: 0 });
    const refused = await send('POST', `/channels/${place.channelId}/messages`, { content: 'x' }, `Bot ${discord.token}`);
    expect(refused).toEqual({ status: 403, code: 50001, rules: [] });
  });
});

describe('who asks too much', () => {
  it('is told by headers, and refused', async () => {
    const strict = await openLoopbackDiscord({ rateLimits: { requests: 2, windowMs: 60_000, perSecond: 3 } });
    const ask = (path: string, authorization?: string) =>
      fetch(`${strict.api}/v10${path}`, authorization === undefined ? {} : { headers: { authorization } });
    const run = strict.slash({ name: 'vanish' });
    const path = `/webhooks/${strict.applicationId}/${interactionOf(run).token}/messages/@original`;
    const answers = [await ask(path), await ask(path), await ask(path)];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '0']);
    expect(answers[0]?.headers.get('x-ratelimit-bucket')).toBe(answers[2]?.headers.get('x-ratelimit-bucket'));
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push(await ask('/users/@me', `Bot ${strict.token}`));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(statuses[3]?.headers.get('x-ratelimit-global')).toBe('true');
    expect(strict.rateLimited).toBe(2);
    await strict.close();
  });
});

describe("Discord's OpenAPI document", () => {
  // the document is no part of this repository: without it there is nothing to hold bodies to
  it
    .skipIf(openJudge(undefined) === null)
    .each([
      [{ content: 5, embeds: [{ title: 'x' }] }],
      [{ embeds: [{ color: 'red' }] }],
      [{ components: 'none' }],
      [{ content: 'x', attachments: {} }],
      [{ components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'x', label: 'x', disabled: 'no' }] }] }],
      [{ content: 'x', allowed_mentions: { parse: ['everybody'] } }],
    ])('refuses %j', async (body) => {
    expect(await edit({ content: 'x', ...body })).toMatchObject({ status: 400, rules: ['openapi'] });
  });

  it('is not needed', async () => {
    const unjudged = await openLoopbackDiscord({ openApi: null });
    expect(unjudged.isJudged).toBe(false);
    await unjudged.close();
  });
});
