import type { Attributes, GraphWriter } from './graph-writer.ts';

/** What an operation is written as, given the type of its only result, whose name it returns. */
type Lowering = (graph: GraphWriter, input: readonly string[], attributes: Attributes, dtype: number) => string;

/**
 * Operations that give other last digits inside a graph than alone, where TensorFlow replaces them or what stands
 * around them, and how to write them so that every bit is the same. Found by running random programs both ways.
 */
export const lowerings: Readonly<Record<string, Lowering>> = {
  /** The kernel's order of summation depends on which buffer is free; alone it is that of `groupsOf`, each from left to right. */
  AddN: (graph, input, _attributes, dtype) => {
    const add = (sum: string, term: string): string => graph.operation('AddV2', [sum, term], typed(dtype));
    return groupsOf(input)
      .map((group) => group.reduce(add))
      .reduce(add);
  },
  /** tfjs-node leaves out the type, which a graph must name. */
  ExpandDims: (graph, input, _attributes, dtype) => graph.operation('ExpandDims', input, typed(dtype)),
  /** x · sigmoid(x) turns into oneDNN's swish, which an identity in between prevents. */
  Sigmoid: (graph, input, attributes) => graph.operation('Identity', [graph.operation('Sigmoid', input, attributes)], attributes),
  /** x · tanh(softplus(x)) turns into oneDNN's mish, likewise. */
  Softplus: (graph, input, attributes) =>
    graph.operation('Identity', [graph.operation('Softplus', input, attributes)], attributes),
  /** Inside a graph oneDNN takes over; these are the steps of TensorFlow's own kernel. */
  Softmax: (graph, [logits = ''], _attributes, dtype) => {
    const lastAxis = graph.constant([], int32, Int32Array.of(-1));
    const alongLastAxis = { ...typed(dtype), Tidx: { type: int32 }, keep_dims: { b: true } };
    const largest = graph.operation('Max', [logits, lastAxis], alongLastAxis);
    const powers = graph.operation('Exp', [graph.operation('Sub', [logits, largest], typed(dtype))], typed(dtype));
    const sum = graph.operation('Sum', [powers, lastAxis], alongLastAxis);
    return graph.operation('Mul', [powers, graph.operation('Reciprocal', [sum], typed(dtype))], typed(dtype));
  },
};

const int32 = 3;

/** The kernel of AddN adds what is left over eights first, nine where that were one alone, then eight after eight. */
function groupsOf(terms: readonly string[]): readonly (readonly string[])[] {
  const eight = 8;
  const rest = terms.length % eight;
  const first = rest < 2 ? Math.min(terms.length, eight + rest) : rest;
  const others = Array.from({ length: (terms.length - first) / eight }, (_, index) => first + eight * index);
  return [terms.slice(0, first), ...others.map((start) => terms.slice(start, start + eight))];
}

function typed(dtype: number): Attributes {
  return { T: { type: dtype } };
}
