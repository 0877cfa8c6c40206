import { expect, test } from 'vitest';
import { openHandClock } from '../fixtures/by-hand.ts';
import { Delivery } from './delivery.ts';

/** A delivery on a clock that nobody looks at. */
const openDelivery = () => {
  const { now, pass } = openHandClock();
  const waits: number[] = [];
  const after = (waitMs: number) => {
    waits.push(waitMs);
    return () => {};
  };
  return { delivery: new Delivery({ now, after, close: () => {} }), pass, waits };
};

test('3 s are in time', () => {
  const { delivery, pass, waits } = openDelivery();
  pass(3000);
  delivery.acknowledge({ text: 'x' });
  expect(delivery.outcome).toMatchObject({ kind: 'acknowledged', acknowledgement: { afterMs: 3000, body: { text: 'x' } } });
  expect(waits).toEqual([3001]);
});

test('more are not, also before anybody looked at the clock', () => {
  const { delivery, pass } = openDelivery();
  pass(3001);
  delivery.acknowledge({ text: 'x' });
  expect(delivery.outcome).toMatchObject({ kind: 'failed', failure: 'http_timeout', detail: 'acknowledged after 3001 ms' });
});

test('it ends once, and says so to who asks late', () => {
  const { delivery } = openDelivery();
  const heard: string[] = [];
  delivery.whenEnded(({ kind }) => heard.push(kind));
  delivery.fail('http_error', 'answered 500');
  delivery.acknowledge(undefined);
  delivery.whenEnded(({ kind }) => heard.push(kind));
  expect(heard).toEqual(['failed', 'failed']);
});
