import { type AttributeValue, type GraphNode, shapeMessage } from './graph-nodes.ts';

const typeOfInt32 = 3;
/** From this many equal entries on, a constant is written as one number and a shape. */
const leastFill = 16;

/** A constant as nodes of a graph: `Const`, or `Fill` of two small ones where all entries are equal. */
export function constantNodes(
  name: string,
  shape: readonly number[],
  dtype: number,
  values: ArrayBufferView,
): readonly GraphNode[] {
  const content = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
  const count = shape.reduce((product, size) => product * size, 1);
  const width = content.length / count;
  if (count < leastFill || !isPeriodic(content, width)) return [constantNode(name, shape, dtype, content)];
  const size = new Uint8Array(Int32Array.from(shape).buffer);
  return [
    constantNode(`${name}s`, [shape.length], typeOfInt32, size),
    constantNode(`${name}v`, [], dtype, content.slice(0, width)),
    { name, op: 'Fill', input: [`${name}s:0`, `${name}v:0`], attr: { T: { type: dtype }, index_type: { type: typeOfInt32 } } },
  ];
}

function constantNode(name: string, shape: readonly number[], dtype: number, tensorContent: Uint8Array): GraphNode {
  const value: AttributeValue = { tensor: { dtype, tensorShape: shapeMessage(shape), tensorContent } };
  return { name, op: 'Const', input: [], attr: { dtype: { type: dtype }, value } };
}

/** Whether all stretches of `width` bytes are the same bytes, so that -0 and NaN keep their bits. */
function isPeriodic(content: Uint8Array, width: number): boolean {
  for (let index = width; index < content.length; index += 1) if (content[index] !== content[index - width]) return false;
  return true;
}
