import { describe, expect, test } from 'vitest';
import type { Scene } from './check.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkView } from './check-view.ts';

const shared = {
  allowsCharts: true,
  imageProblem: ({ id }: { readonly id?: unknown }) => (id === 'F1' ? null : 'invalid slack file'),
};
const message: Scene = { ...shared, surface: 'message', isEphemeral: false };

const plain = (length: number): object => ({ type: 'plain_text', text: 'x'.repeat(length) });
const marked = (length: number): object => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const many = (count: number, item: (index: number) => object): readonly object[] =>
  Array.from({ length: count }, (_, index) => item(index));
const button = (more: object = {}): object => ({ type: 'button', text: plain(4), ...more });
const actions = (...elements: readonly object[]): object => ({ type: 'actions', elements });
const image = (more: object = {}): object => ({ type: 'image', alt_text: 'falls', slack_file: { id: 'F1' }, ...more });
const without = (item: object, field: string): object =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== field));
const option = (length = 3): object => ({ text: plain(length), value: 'v' });
const series = (count: number, categories: readonly string[] = ['1', '2']): object => ({
  type: 'data_visualization',
  title: 'RMS',
  chart: {
    type: 'line',
    series: many(count, (index) => ({ name: `s${index}`, data: categories.map((label) => ({ label, value: 1 })) })),
    axis_config: { categories, x_label: 'layer' },
  },
});

/** What Slack takes, up to the limit, beside what it refuses one step further, and the words of the refusal. */
const limits: readonly (readonly [string, readonly object[], readonly object[], string])[] = [
  ['blocks', many(50, () => ({ type: 'divider' })), many(51, () => ({ type: 'divider' })), 'no more than 50 items'],
  ['text of a section', [{ type: 'section', text: marked(3000) }], [{ type: 'section', text: marked(3001) }], 'less than 3001'],
  ['empty text', [{ type: 'section', text: marked(1) }], [{ type: 'section', text: marked(0) }], 'more than 0'],
  ['a section without text', [{ type: 'section', fields: [plain(1)] }], [{ type: 'section' }], 'must have text or fields'],
  [
    'fields',
    [{ type: 'section', fields: many(10, () => marked(2000)) }],
    [{ type: 'section', fields: many(11, () => marked(1)) }],
    'no more than 10',
  ],
  [
    'text of a field',
    [{ type: 'section', fields: [marked(2000)] }],
    [{ type: 'section', fields: [marked(2001)] }],
    'less than 2001',
  ],
  ['a header', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }], 'less than 151'],
  ['a header in markup', [{ type: 'header', text: plain(9) }], [{ type: 'header', text: marked(9) }], 'unsupported type: mrkdwn'],
  ['alternative text', [image({ alt_text: 'x'.repeat(2000) })], [image({ alt_text: 'x'.repeat(2001) })], 'less than 2001'],
  ['no alternative text', [image()], [without(image(), 'alt_text')], 'missing required field: alt_text'],
  ['empty alternative text', [image()], [image({ alt_text: '' })], 'more than 0'],
  ['an image’s title', [image({ title: plain(2000) })], [image({ title: plain(2001) })], 'less than 2001'],
  ['an image’s source', [image()], [image({ image_url: 'https://example.org/a.png' })], 'exactly one of'],
  ['an image without source', [image()], [without(image(), 'slack_file')], 'exactly one of'],
  [
    'an image from this computer',
    [{ type: 'image', alt_text: 'x', image_url: 'https://example.org/a.png' }],
    [{ type: 'image', alt_text: 'x', image_url: 'http://127.0.0.1/a.png' }],
    'downloading image failed',
  ],
  ['an unknown file', [image()], [image({ slack_file: { id: 'F2' } })], 'invalid slack file'],
  ['a button’s text', [actions(button({ text: plain(75) }))], [actions(button({ text: plain(76) }))], 'less than 76'],
  ['a button in markup', [actions(button())], [actions(button({ text: marked(4) }))], 'unsupported type: mrkdwn'],
  ['a value', [actions(button({ value: 'x'.repeat(2000) }))], [actions(button({ value: 'x'.repeat(2001) }))], 'less than 2001'],
  [
    'an action_id',
    [actions(button({ action_id: 'x'.repeat(255) }))],
    [actions(button({ action_id: 'x'.repeat(256) }))],
    'less than 256',
  ],
  [
    'the same action_id',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    'action_id already exists: a',
  ],
  [
    'the same block_id',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'b' },
    ],
    many(2, () => ({ type: 'divider', block_id: 'a' })),
    'block_id already exists: a',
  ],
  ['a style', [actions(button({ style: 'danger' }))], [actions(button({ style: 'warning' }))], 'must be one of primary, danger'],
  ['elements of actions', [actions(...many(25, () => button()))], [actions(...many(26, () => button()))], 'no more than 25'],
  ['no elements', [actions(button())], [actions()], 'no less than 1'],
  [
    'elements of a context',
    [{ type: 'context', elements: many(10, () => marked(9)) }],
    [{ type: 'context', elements: many(11, () => marked(9)) }],
    'no more than 10',
  ],
  [
    'a button in a context',
    [{ type: 'context', elements: [plain(1)] }],
    [{ type: 'context', elements: [button()] }],
    'unsupported type: button',
  ],
  ['a text in actions', [actions(button())], [actions(plain(3))], 'unsupported type: plain_text'],
  [
    'options',
    [actions({ type: 'static_select', options: many(100, () => option()) })],
    [actions({ type: 'static_select', options: many(101, () => option()) })],
    'no more than 100',
  ],
  [
    'an option’s text',
    [actions({ type: 'overflow', options: [option(75)] })],
    [actions({ type: 'overflow', options: [option(76)] })],
    'less than 76',
  ],
  ['an unknown block', [{ type: 'divider' }], [{ type: 'chart' }], 'unsupported type: chart'],
  ['an inherited name', [{ type: 'divider' }], [{ type: 'constructor' }], 'unsupported type: constructor'],
  ['an unknown field', [{ type: 'divider' }], [{ type: 'divider', color: 'red' }], 'invalid additional property: color'],
  ['what is no block', [{ type: 'divider' }], ['divider' as unknown as object], 'unsupported type: undefined'],
  ['series of a chart', [series(6)], [series(7)], 'no more than 6'],
  [
    'categories of a chart',
    [
      series(
        1,
        Array.from({ length: 20 }, (_, index) => `${index}`),
      ),
    ],
    [
      series(
        1,
        Array.from({ length: 21 }, (_, index) => `${index}`),
      ),
    ],
    'no more than 20',
  ],
  ['charts', [series(1), series(1)], [series(1), series(1), series(1)], 'no more than 2 data_visualization'],
];

describe('a message', () => {
  test.each(limits)('%s', (_, good, bad, words) => {
    expect(checkBlocks(good, message)).toEqual([]);
    expect(checkBlocks(bad, message).join('\n')).toContain(words);
  });

  test('is no list of blocks', () => {
    expect(checkBlocks({ type: 'divider' }, message)).toEqual(['[ERROR] must be an array [json-pointer:/blocks]']);
  });

  test('says where it is wrong', () => {
    expect(checkBlocks([{ type: 'divider' }, { type: 'header', text: plain(151) }], message)).toEqual([
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]',
    ]);
  });

  test('to one person carries no files', () => {
    expect(checkBlocks([image()], { ...message, isEphemeral: true }).join()).toContain('ephemeral messages cannot carry files');
    expect(checkBlocks([{ type: 'context', elements: [image()] }], { ...message, isEphemeral: true }).join()).toContain(
      'ephemeral',
    );
  });

  test('has charts of Slack’s own where they are rolled out', () => {
    expect(checkBlocks([series(1)], { ...message, allowsCharts: false })).toEqual([
      '[ERROR] unsupported type: data_visualization [json-pointer:/blocks/0]',
    ]);
  });
});

const modal = {
  type: 'modal',
  title: plain(24),
  submit: plain(24),
  close: plain(24),
  blocks: many(100, () => ({ type: 'divider' })),
};
const input = {
  type: 'input',
  label: plain(9),
  element: { type: 'plain_text_input', action_id: 'a', initial_value: '', max_length: 3000 },
};

describe('a view', () => {
  test.each<[string, object, object, string]>([
    ['title', modal, { ...modal, title: plain(25) }, 'less than 25'],
    ['no title', modal, without(modal, 'title'), 'missing required field: title'],
    ['submit', modal, { ...modal, submit: plain(25) }, 'less than 25'],
    ['blocks', modal, { ...modal, blocks: many(101, () => ({ type: 'divider' })) }, 'no more than 100'],
    [
      'private_metadata',
      { ...modal, private_metadata: 'x'.repeat(3000) },
      { ...modal, private_metadata: 'x'.repeat(3001) },
      'less than 3001',
    ],
    ['callback_id', { ...modal, callback_id: 'x'.repeat(255) }, { ...modal, callback_id: 'x'.repeat(256) }, 'less than 256'],
    [
      'inputs without submit',
      { ...modal, blocks: [input] },
      without({ ...modal, blocks: [input] }, 'submit'),
      'missing required field: submit',
    ],
    [
      'a button as input',
      { ...modal, blocks: [input] },
      { ...modal, blocks: [{ ...input, element: button() }] },
      'unsupported type: button',
    ],
    [
      'a number',
      { ...modal, blocks: [{ ...input, element: { type: 'number_input', is_decimal_allowed: false, min_value: '1' } }] },
      { ...modal, blocks: [{ ...input, element: { type: 'number_input', is_decimal_allowed: false, min_value: 'one' } }] },
      'numbers as strings',
    ],
    ['markdown', modal, { ...modal, blocks: [{ type: 'markdown', text: 'x' }] }, 'unsupported type: markdown'],
    ['the kind', modal, { ...modal, type: 'home' }, 'must be of type modal'],
  ])('%s', (_, good, bad, words) => {
    expect(checkView(good, 'modal', shared)).toEqual([]);
    expect(checkView(bad, 'modal', shared).join('\n')).toContain(words);
  });

  test('home has blocks and no title', () => {
    expect(checkView({ type: 'home', blocks: [] }, 'home', shared)).toEqual([]);
    expect(checkView({ ...modal, type: 'home' }, 'home', shared).join()).toContain('invalid additional property: title');
    expect(checkView('home', 'home', shared).join()).toContain('must be an object');
  });
});
