import assert from 'node:assert/strict';
import { claim, type Report, sendBundle, show, vanish } from '@vanish/display';

/** Somebody who takes a notebook's cells into a program. */
async function main(): Promise<void> {
  const network: Report = await vanish.network`depth=${3} act=relu seeds=2`;
  // @ts-expect-error: a report is not a number, so its type has arrived here and is not `any`
  const notANumber: number = network;
  assert.ok(notANumber, 'vanish answers');
  assert.equal(network.measured.layers.length, 3);
  assert.equal(sendBundle({ data: {}, metadata: {} }), false, 'this is no notebook');
  await show(network, { plot: 'overview' });
  claim('a program says what it shows', true);
  await assert.rejects(vanish.sweep`depth=3`, /asks for a network, not a sweep/);
}

void main();
