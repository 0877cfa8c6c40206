import { type AttributeValue, type GraphNode, shapeMessage } from './graph-nodes.ts';

/** The attributes of a node, by name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Writes the nodes of a graph in the order in which they run. Results are named `node:index`. */
export interface GraphWriter {
  readonly nodes: readonly GraphNode[];
  readonly placeholder: (shape: readonly number[], dtype: number) => string;
  readonly constant: (shape: readonly number[], dtype: number, values: ArrayBufferView) => string;
  readonly operation: (op: string, input: readonly string[], attr: Attributes) => string;
}

const float32 = 1;
const int32 = 3;
/** Constants up to this size, such as axes and shapes, are written once however often they are made. **Unit** bytes. */
const sharedBytes = 64;
/** From this many equal entries on, a constant is written as one number and a shape. */
const leastFill = 16;

/** How a graph is written. */
export interface GraphWriterOptions {
  /** Whether equal small constants of float32 are one: without, two graphs differ in the numbers that differ and in nothing else. */
  readonly sharesFloats?: boolean;
}

/** An empty graph. */
export function createGraphWriter({ sharesFloats = true }: GraphWriterOptions = {}): GraphWriter {
  const nodes: GraphNode[] = [];
  const shared = new Map<string, string>();
  const add = (op: string, input: readonly string[], attr: Attributes): string => {
    const name = `n${nodes.length}`;
    nodes.push({ name, op, input, attr });
    return `${name}:0`;
  };
  // TensorFlow's optimizer rewrites what is not preserved, in ways that round otherwise; it also takes twice as long
  const operation = (op: string, input: readonly string[], attr: Attributes): string =>
    add(op, input, { ...attr, _grappler_do_not_remove: { b: true } });
  const plain = (shape: readonly number[], dtype: number, content: Uint8Array): string =>
    add('Const', [], {
      dtype: { type: dtype },
      value: { tensor: { dtype, tensorShape: shapeMessage(shape), tensorContent: content } },
    });
  const write = (shape: readonly number[], dtype: number, content: Uint8Array): string => {
    const width = content.length / shape.reduce((product, size) => product * size, 1);
    const isFill = content.length / width >= leastFill && isPeriodic(content, width);
    if (isFill) {
      const size = plain([shape.length], int32, new Uint8Array(Int32Array.from(shape).buffer));
      const fill = [size, plain([], dtype, content.slice(0, width))];
      return operation('Fill', fill, { T: { type: dtype }, index_type: { type: int32 } });
    }
    const constant = plain(shape, dtype, content);
    // a division by a constant would become a product with its reciprocal
    return dtype === float32 ? operation('Identity', [constant], { T: { type: dtype } }) : constant;
  };
  return {
    nodes,
    placeholder: (shape, dtype) => add('Placeholder', [], { dtype: { type: dtype }, shape: { shape: shapeMessage(shape) } }),
    constant: (shape, dtype, values) => {
      const content = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
      if (content.length > sharedBytes || (dtype === float32 && !sharesFloats)) return write(shape, dtype, content);
      const key = `${dtype}|${shape}|${content.join()}`;
      const reference = shared.get(key) ?? write(shape, dtype, content);
      shared.set(key, reference);
      return reference;
    },
    operation,
  };
}

/** Whether all stretches of `width` bytes are the same bytes, so that -0 and NaN keep their bits. */
function isPeriodic(content: Uint8Array, width: number): boolean {
  for (let index = width; index < content.length; index += 1) if (content[index] !== content[index - width]) return false;
  return true;
}
