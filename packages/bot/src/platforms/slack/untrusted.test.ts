import { expect, test } from 'vitest';
import { readPlace, writePlace } from './place.ts';
import { readPressed, writePressed } from './pressed.ts';
import { isResponseUrl } from './responder.ts';
import { readText, readTyped } from './texts.ts';

const slack = 'https://slack.com/api/';
const loopback = 'http://127.0.0.1:9999/api/';

test.each([
  ['https://hooks.slack.com/commands/T1/2/x', slack, true],
  ['https://hooks.slack.com/commands/T1/2/x', loopback, true],
  ['http://127.0.0.1:9999/respond/R1', loopback, true],
  ['http://127.0.0.1:9999/respond/R1', slack, false],
  ['http://hooks.slack.com/x', slack, false],
  ['https://hooks.slack.com.example.org/x', slack, false],
  ['https://hooks.slack.com@example.org/x', slack, false],
  ['https://user@hooks.slack.com/x', slack, false],
  ['http://169.254.169.254/latest', loopback, false],
  ['file:///etc/passwd', loopback, false],
  ['', slack, false],
])('%s is answered to with an API at %s: %s', (address, api, is) => {
  expect(isResponseUrl(address, api)).toBe(is);
});

test('a place is read as it was written, and without its address where that is no address of Slack', () => {
  const place = { channel: 'C123', thread: '1.2', below: null, responseUrl: 'https://hooks.slack.com/x', isDirect: false };
  const written = writePlace({ place, isPrivate: false });
  expect(readPlace(written, () => true)).toEqual({ place, isPrivate: false });
  expect(readPlace(written, () => false).place.responseUrl).toBeNull();
  for (const garbage of ['', 'null', '{"v":2,"channel":"C123"}', '{"v":1,"channel":"c"}', '{"v":1}', '[['])
    expect(readPlace(garbage, () => true)).toMatchObject({ place: { channel: null }, isPrivate: true });
});

test.each([
  { kind: 'ask', offer: 'next', query: 'depth=10', isPrivate: false },
  { kind: 'change', query: 'depth=10 "x"', isPrivate: true },
  { kind: 'delete', asker: 'U1', file: 'F123' },
  { kind: 'delete', asker: 'U1', file: null },
  { kind: 'cancel', ticket: 't' },
] as const)('a button ($kind) is read as it was written', (pressed) => {
  const { action_id: id, value } = writePressed(pressed);
  expect(readPressed(id, value)).toEqual(pressed);
});

test('a file that is none is not deleted', () => {
  expect(readPressed('delete', '{"v":1,"asker":"U1","file":"../F1"}')).toEqual({ kind: 'delete', asker: 'U1', file: null });
});

test('a button for a question that is too long carries none', () => {
  const { action_id: id, value } = writePressed({ kind: 'ask', offer: 'fix', query: 'x'.repeat(3000), isPrivate: true });
  expect(value.length).toBeLessThan(2000);
  expect(readPressed(id, value)).toEqual({ kind: 'ask', offer: 'fix', query: null, isPrivate: true });
});

test('text is read as it was typed', () => {
  expect(readText('&amp;lt; a &lt; b <@U1|ada> <https://example.org|here> <!channel>')).toBe('&lt; a < b ada here !channel');
  expect(readTyped(' private  depth=1')).toEqual({ text: 'depth=1', isPrivate: true });
  expect(readTyped('Privately: depth=1')).toEqual({ text: 'depth=1', isPrivate: true });
  expect(readTyped('privatedepth=1')).toEqual({ text: 'privatedepth=1', isPrivate: false });
});
