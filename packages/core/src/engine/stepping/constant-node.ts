import type { AttributeValue, GraphNode } from '../recording/graph-nodes.ts';

/** The bytes of a constant; none of other nodes. */
export function contentOf({ op, attr }: GraphNode): Uint8Array {
  return op === 'Const' ? tensorIn(attr['value']).tensorContent : new Uint8Array();
}

function tensorIn(value: AttributeValue | undefined): { readonly dtype: number; readonly tensorContent: Uint8Array } {
  return (value as Extract<AttributeValue, { readonly tensor: unknown }>).tensor;
}

const float32 = 1;
const int32 = 3;

/** The numbers of a constant; bytes where they are neither float32 nor int32, none of other nodes. */
export function numbersIn(node: GraphNode): ArrayLike<number> {
  if (node.op !== 'Const') return [];
  const { dtype, tensorContent } = tensorIn(node.attr['value']);
  const { buffer } = tensorContent.slice();
  if (dtype === float32) return new Float32Array(buffer);
  return dtype === int32 ? new Int32Array(buffer) : tensorContent;
}
