import { afterAll, expect, test } from 'vitest';
import { compilerPath, compilers } from './compilers.ts';
import { findNode, nodeMajors } from './nodes.ts';
import { createOutsider } from './outsider.ts';

const outsider = createOutsider('own-model');
afterAll(() => outsider.remove());

/** The registry is away: nobody's fault here. */
const isAway = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH/u.test(outsider.installed.output);
const away = isAway ? ' (skipped: npm reaches no registry)' : '';

test.skipIf(isAway)(`npm installs the example's packages from their tarballs${away}`, () => {
  expect(outsider.installed).toMatchObject({ status: 0 });
});

test.skipIf(isAway)(`the example is strictly typed${away}`, () => {
  const newest = compilers.find(({ writes }) => writes === 'module');
  if (newest === undefined) throw new Error('no compiler writes modules');
  expect(outsider.node(process.execPath, compilerPath(newest))).toEqual({ status: 0, output: '' });
});

test.skipIf(isAway)(`its own command brings TensorFlow${away}`, () => {
  const { status, output } = outsider.node(process.execPath, 'node_modules/.bin/vanish-provision', '--required');
  expect([status, output]).toEqual([0, expect.stringContaining('is ready')]);
});

test.skipIf(isAway).for(nodeMajors)(
  `on Node %i the healthy model learns in silence, the broken one raises an alarm${away}`,
  (major, { skip }) => {
    const node = findNode(major);
    if (node.kind === 'missing') return skip(node.reason);
    const { status, output } = outsider.node(node.path, 'out/main.js');
    expect([status, output]).toEqual([0, expect.stringContaining('engine: tensorflow')]);
    const [, healthy = '', broken = ''] = output.split(/^(?:healthy|broken)$/mu);
    expect(healthy).toContain(' 0 findings');
    expect(percent(healthy)).toBeGreaterThan(70);
    expect(broken).toMatch(/! not-learning: .*hidden_\d/u);
    expect(percent(broken)).toBeLessThan(20);
    expect(broken).toMatch(/Vanishing: .*hidden_1/u);
  },
);

const percent = (text: string): number => Number(/reads (\d+) %/u.exec(text)?.[1]);
