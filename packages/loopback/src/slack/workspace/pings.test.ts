import { expect, test } from 'vitest';
import { call } from '../fixtures/by-hand.ts';
import { openLoopbackSlack } from '../index.ts';
import { mentionsOf } from './pings.ts';

const section = (text: object): object => ({ blocks: [{ type: 'section', text }] });

test.each<[string, object, readonly string[]]>([
  ['a channel', { text: 'act=<!channel>' }, ['<!channel>']],
  ['everybody here, by a label', { text: '<!here|here> <!everyone>' }, ['<!here|here>', '<!everyone>']],
  ['people and groups', { text: '<@U000000001> <@W1|x> <!subteam^S1|@x>' }, ['<@U000000001>', '<@W1|x>', '<!subteam^S1|@x>']],
  ['in markup of blocks', section({ type: 'mrkdwn', text: '`<!channel>`' }), ['<!channel>']],
  ['in markdown blocks', { blocks: [{ type: 'markdown', text: '<!channel>' }] }, ['<!channel>']],
  [
    'in rich text',
    { blocks: [{ type: 'rich_text', elements: [{ type: 'x', elements: [{ type: 'broadcast', range: 'here' }] }] }] },
    ['<!here>'],
  ],
  ['by name, where names are linked', { text: '@channel @ada', link_names: true }, ['@channel', '@ada']],
])('%s is notified', (_, message, mentions) => {
  expect(mentionsOf({ ...message })).toEqual(mentions);
});

test.each<[string, object]>([
  ['escaped markup', { text: '&lt;!channel&gt; &lt;@U1&gt;' }],
  ['plain text', section({ type: 'plain_text', text: '<!channel>' })],
  ['names that are not linked', { text: '@channel @here' }],
  ['links and dates', { text: '<https://example.org|@channel> <#C1|lab> <!date^1^{date}|x>' }],
])('nobody is by %s', (_, message) => {
  expect(mentionsOf({ ...message })).toEqual([]);
});

test('who would have been notified is written down, with the place', async () => {
  const slack = await openLoopbackSlack();
  const channel = slack.channels[0]?.id ?? '';
  await call(slack, 'chat.postMessage', { channel, text: 'unknown activation "<!channel>"' });
  await call(slack, 'chat.postMessage', { channel: 'C404', text: '<!here>' });
  expect(slack.pings).toEqual([{ mention: '<!channel>', channel, isEphemeral: false }]);
  await slack.close();
});
