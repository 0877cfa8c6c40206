import { type Body, bodiesOf, isBody, textOf } from '../body.ts';
import { blockKinds } from './blocks.ts';
import { byType, listOf, problem, type Scene } from './check.ts';

/** Blocks that one place holds. */
const mostBlocks: Readonly<Record<Scene['surface'], number>> = { message: 50, modal: 100, home: 100 };

const mostCharts = 2;

/** All that Slack would refuse in a list of blocks, as its `response_metadata.messages` says it; nothing where it is sound. */
export const checkBlocks = (blocks: unknown, scene: Scene, where = '/blocks'): readonly string[] => {
  const kinds = listOf(byType(blockKinds), { least: 0, most: mostBlocks[scene.surface] })(blocks, where, scene);
  const all = bodiesOf(blocks);
  const charts = all.filter(({ type }) => type === 'data_visualization').length;
  return [
    ...kinds,
    ...repeated(all, 'block_id').map((id) => problem(`block_id already exists: ${id}`, where)),
    ...all.flatMap((block, index) =>
      repeated(elementsOf(block), 'action_id').map((id) => problem(`action_id already exists: ${id}`, `${where}/${index}`)),
    ),
    ...(charts > mostCharts ? [problem(`no more than ${mostCharts} data_visualization blocks allowed`, where)] : []),
  ];
};

/** The elements of a block that a person can act on. */
export const elementsOf = (block: Body): readonly Body[] => [
  ...bodiesOf(block['elements']),
  ...[block['accessory'], block['element']].filter(isBody),
];

const repeated = (bodies: readonly Body[], field: string): readonly string[] => {
  const ids = bodies.map((body) => textOf(body, field)).filter((id) => id !== null);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
};
