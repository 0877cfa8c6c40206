import { expect, test } from 'vitest';
import { collectOutputs } from './collect-outputs.ts';
import { type Message, readMessage, writeRequest } from './message.ts';

const key = 'a key';

test('a request reads back as a message, whatever routes it', () => {
  const { frames } = writeRequest('execute_request', { code: 'φ' }, { key, session: 'one' });
  expect(readMessage([Buffer.from('router'), ...frames], key)).toEqual({
    type: 'execute_request',
    parent: null,
    content: { code: 'φ' },
  });
});

test('who does not know the key is not believed', () => {
  const { frames } = writeRequest('execute_request', {}, { key: 'another', session: 'one' });
  expect(() => readMessage(frames, key)).toThrow('wrong signature');
  expect(() => readMessage([Buffer.from('noise')], key)).toThrow('not a message');
});

const said = (type: string, content: object): Message => ({ type, parent: null, content: { ...content } });
const display = (text: string, id: string): object => ({
  data: { 'text/plain': text },
  metadata: {},
  transient: { display_id: id },
});

test('neighbouring writes are one; what was written over is gone; updates change what stands', () => {
  const { take, outputs } = collectOutputs();
  take(said('stream', { name: 'stdout', text: '10 %\r20 %' }));
  take(said('stream', { name: 'stdout', text: '\rdone\n' }));
  take(said('stream', { name: 'stderr', text: 'hm\n' }));
  take(said('display_data', display('first', 'one')));
  take(said('display_data', display('waiting 10 %', 'two')));
  take(said('update_display_data', display('second', 'one')));
  take(said('update_display_data', display('', 'two')));
  expect(outputs()).toEqual([
    { output_type: 'stream', name: 'stdout', text: 'done\n' },
    { output_type: 'stream', name: 'stderr', text: 'hm\n' },
    { output_type: 'display_data', data: { 'text/plain': 'second' }, metadata: {} },
  ]);
});
