import { expect, test } from 'vitest';
import { provision } from './provision.ts';
import type { Attempt, Step, Workplace } from './step.ts';

const workplace: Workplace = { store: '', tfjsNode: '', platform: 'linux-x64', nodeMajor: 20, say: () => {} };

function steps(attempts: Readonly<Record<string, () => Promise<Attempt>>>): {
  readonly steps: readonly Step[];
  readonly tried: string[];
} {
  const tried: string[] = [];
  const all = Object.entries(attempts).map(([name, attempt]) => ({
    name,
    attempt: () => {
      tried.push(name);
      return attempt();
    },
  }));
  return { steps: all, tried };
}

const absent = async (): Promise<Attempt> => ({ kind: 'absent' });
const failed = async (): Promise<Attempt> => ({ kind: 'failed', reason: 'no network' });
const provided = async (): Promise<Attempt> => ({ kind: 'provided', version: '2.21.0' });

test('steps are tried in order until one provides TensorFlow', async () => {
  const { steps: order, tried } = steps({ first: absent, second: provided, third: provided });
  expect(await provision(order, workplace)).toEqual({ kind: 'provided', by: 'second', version: '2.21.0' });
  expect(tried).toEqual(['first', 'second']);
});

test('a step that throws has failed, and the next one is tried', async () => {
  const { steps: order } = steps({ broken: () => Promise.reject(new Error('disk full')), sound: provided });
  expect(await provision(order, workplace)).toMatchObject({ by: 'sound' });
});

test('where all fail every failure is named, and what was merely absent is not', async () => {
  const { steps: order } = steps({ there: absent, download: failed, wheel: () => Promise.reject(new Error('disk full')) });
  expect(await provision(order, workplace)).toEqual({ kind: 'failed', problem: 'download: no network; wheel: disk full' });
});
