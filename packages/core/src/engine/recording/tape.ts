import { CompileError } from '../compile-error.ts';
import type { NativeBinding } from '../native-binding.ts';
import { attributeValues } from './attribute-value.ts';
import type { Recording } from './graph-nodes.ts';
import { createGraphWriter, type GraphWriter, type GraphWriterOptions } from './graph-writer.ts';
import { lowerings } from './lowerings.ts';
import type { NativeAttribute, NativeTensor } from './native-backend.ts';
import { neededNodes } from './needed-nodes.ts';
import { refusalOf } from './refused-operations.ts';

const typeOfString = 7;
const typeOfResource = 20;

/** The operations of one run, written down as a graph. The binding never gives an id twice, so ids name results. */
export interface Tape {
  readonly knows: (id: number) => boolean;
  /** **Throws** CompileError where the operation cannot be replayed. */
  readonly assertRecordable: (operation: string) => void;
  /** One more placeholder behind the arguments. */
  readonly addInput: (tensor: NativeTensor) => void;
  readonly addConstant: (id: number, shape: readonly number[], dtype: number, values: ArrayBufferView) => void;
  readonly addOperation: (
    operation: string,
    attributes: readonly NativeAttribute[],
    inputs: readonly number[],
    results: readonly NativeTensor[],
  ) => void;
  readonly finish: (results: readonly NativeTensor[]) => Recording;
}

/** A tape whose placeholders are the arguments. */
export function createTape(binding: NativeBinding, args: readonly NativeTensor[], options?: GraphWriterOptions): Tape {
  const graph = createGraphWriter(options);
  const references = new Map<number, string>();
  const inputs: string[] = [];
  const addInput = ({ id, shape, dtype }: NativeTensor): void => {
    const placeholder = graph.placeholder(shape, dtype);
    references.set(id, placeholder);
    inputs.push(placeholder);
  };
  for (const arg of args) addInput(arg);
  const referenceTo = (id: number): string => {
    const reference = references.get(id);
    if (reference === undefined) throw new CompileError(capturedTensor('', 'pass it as an argument'));
    return reference;
  };
  return {
    knows: (id) => references.has(id),
    assertRecordable,
    addInput,
    addConstant: (id, shape, dtype, values) => references.set(id, graph.constant(shape, dtype, values)),
    addOperation: (operation, attributes, inputIds, results) => {
      assertPlainResults(operation, results);
      const input = inputIds.map(referenceTo);
      const attr = attributeValues(binding, attributes);
      const first = lowerings[operation]?.(graph, input, attr, results[0]?.dtype ?? 0) ?? graph.operation(operation, input, attr);
      const node = first.slice(0, first.indexOf(':'));
      for (const [index, { id }] of results.entries()) references.set(id, `${node}:${index}`);
    },
    finish: (results) => finished(graph, inputs, results, referenceTo),
  };
}

/** The message for a tensor that is neither argument nor made inside the function; `which` describes it, `advice` says what to do. */
export function capturedTensor(which: string, advice: string): string {
  return `the compiled function uses a tensor${which} from outside, which a replay would hold fixed at today's numbers; ${advice}`;
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

/** An argument that is a result passes through a node of its own: TensorFlow does not feed and fetch the same tensor. */
function finished(
  graph: GraphWriter,
  inputs: readonly string[],
  results: readonly NativeTensor[],
  referenceTo: (id: number) => string,
): Recording {
  const sources = results.map(({ id, dtype }) => {
    const reference = referenceTo(id);
    return inputs.includes(reference) ? graph.operation('Identity', [reference], { T: { type: dtype } }) : reference;
  });
  const outputs = [...new Set(sources)];
  return {
    nodes: neededNodes(graph.nodes, [...inputs, ...outputs]),
    inputs,
    outputs,
    positions: sources.map((source) => outputs.indexOf(source)),
  };
}
