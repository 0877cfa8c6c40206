import { expect, test } from 'vitest';
import type { GraphNode } from './graph-nodes.ts';
import { neededNodes } from './needed-nodes.ts';

const node = (name: string, ...input: string[]): GraphNode => ({ name, op: 'Any', input, attr: {} });

test('what no result stands on is left out, and the order stays', () => {
  const nodes = [node('x'), node('unread'), node('two', 'x:0'), node('dead', 'two:1', 'unread:0'), node('last', 'two:0', 'x:0')];
  expect(neededNodes(nodes, ['last:0']).map(({ name }) => name)).toEqual(['x', 'two', 'last']);
});

test('an argument that nothing reads stays, since it is fed', () => {
  expect(neededNodes([node('x'), node('y')], ['x:0', 'y:0'])).toHaveLength(2);
});
