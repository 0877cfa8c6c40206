import { CompileError } from '../compile-error.ts';
import type { NativeBinding } from '../native-binding.ts';
import { attributeValues } from './attribute-value.ts';
import { constantNodes } from './constant-nodes.ts';
import { type GraphNode, type Recording, shapeMessage } from './graph-nodes.ts';
import type { NativeAttribute, NativeTensor } from './native-backend.ts';
import { refusalOf } from './refused-operations.ts';

const typeOfString = 7;
const typeOfResource = 20;
/** Constants up to this size, such as axes and shapes, are written once however often they are made. **Unit** bytes. */
const sharedBytes = 64;

/** The operations of one run, written down as a graph. The binding never gives an id twice, so ids name results. */
export interface Tape {
  readonly knows: (id: number) => boolean;
  /** **Throws** CompileError where the operation cannot be replayed. */
  readonly assertRecordable: (operation: string) => void;
  readonly addConstant: (id: number, shape: readonly number[], dtype: number, values: ArrayBufferView) => void;
  readonly addOperation: (
    operation: string,
    attributes: readonly NativeAttribute[],
    inputs: readonly number[],
    results: readonly NativeTensor[],
  ) => void;
  readonly finish: (results: readonly number[]) => Recording;
}

/** A tape whose placeholders are `arguments_`. */
export function createTape(binding: NativeBinding, arguments_: readonly NativeTensor[]): Tape {
  const nodes: GraphNode[] = [];
  const references = new Map<number, string>();
  const shared = new Map<string, string>();
  const inputs = arguments_.map(({ id, shape, dtype }, index) => {
    nodes.push(placeholder(`a${index}`, shape, dtype));
    references.set(id, `a${index}:0`);
    return `a${index}:0`;
  });
  const referenceTo = (id: number): string => {
    const reference = references.get(id);
    if (reference === undefined) throw new CompileError(capturedTensor(''));
    return reference;
  };
  return {
    knows: (id) => references.has(id),
    assertRecordable,
    addConstant: (id, shape, dtype, values) => {
      const key = values.byteLength <= sharedBytes ? `${dtype}|${shape}|${bytesOf(values)}` : null;
      const known = key === null ? undefined : shared.get(key);
      const name = `c${nodes.length}`;
      if (known === undefined) nodes.push(...constantNodes(name, shape, dtype, values));
      if (key !== null) shared.set(key, known ?? `${name}:0`);
      references.set(id, known ?? `${name}:0`);
    },
    addOperation: (op, attributes, inputIds, results) => {
      const name = `n${nodes.length}`;
      assertPlainResults(op, results);
      nodes.push({ name, op, input: inputIds.map(referenceTo), attr: attributeValues(binding, attributes) });
      for (const [index, { id }] of results.entries()) references.set(id, `${name}:${index}`);
    },
    finish: (results) => finished(nodes, inputs, results.map(referenceTo)),
  };
}

/** The message for a tensor that is neither argument nor made inside the function; `which` describes it. */
export function capturedTensor(which: string): string {
  return `the compiled function uses a tensor${which} from outside, which a replay would hold fixed at today's numbers; pass it as an argument`;
}

function assertRecordable(operation: string): void {
  const reason = refusalOf(operation);
  if (reason !== null) throw new CompileError(`cannot record the operation "${operation}": ${reason}`);
}

function assertPlainResults(operation: string, results: readonly NativeTensor[]): void {
  if (!results.some(({ dtype }) => dtype === typeOfString || dtype === typeOfResource)) return;
  throw new CompileError(
    `cannot record the operation "${operation}": its result is text or a handle, and graphs hold numbers; call it outside the compiled function`,
  );
}

/** Results come from nodes of their own: TensorFlow does not hand an argument through. */
function finished(nodes: readonly GraphNode[], inputs: readonly string[], results: readonly string[]): Recording {
  const handedThrough = [...new Set(results)].filter((result) => inputs.includes(result));
  const identities = new Map(handedThrough.map((input, index) => [input, identity(`r${index}`, input, nodes)]));
  const sources = results.map((result) => (identities.has(result) ? `${identities.get(result)?.name}:0` : result));
  const outputs = [...new Set(sources)];
  return {
    nodes: [...nodes, ...identities.values()],
    inputs,
    outputs,
    positions: sources.map((source) => outputs.indexOf(source)),
  };
}

function identity(name: string, input: string, nodes: readonly GraphNode[]): GraphNode {
  const type = nodes.find((node) => `${node.name}:0` === input)?.attr['dtype'];
  if (type === undefined) throw new CompileError(`the recorded graph has no argument ${input}`);
  return { name, op: 'Identity', input: [input], attr: { T: type } };
}

function placeholder(name: string, shape: readonly number[], dtype: number): GraphNode {
  return { name, op: 'Placeholder', input: [], attr: { dtype: { type: dtype }, shape: { shape: shapeMessage(shape) } } };
}

function bytesOf(values: ArrayBufferView): string {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).join();
}
