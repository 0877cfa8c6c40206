import type { Type } from 'protobufjs/light.js';
import { requireFromCore } from '../load-tensorflow-js.ts';
import type { GraphNode } from './graph-nodes.ts';

/** The oldest graph format that has every operation in use; newer TensorFlows read it. */
const producer = 1087;

/** The tag under which the graph is found in its SavedModel. */
export const servingTag = 'serve';

/** TensorFlow's messages around a graph: the few fields we write, under TensorFlow's own numbers. */
const messages = {
  SavedModel: { fields: { savedModelSchemaVersion: field('int64', 1), metaGraphs: repeated('MetaGraph', 2) } },
  MetaGraph: { fields: { metaInfo: field('MetaInfo', 1), graph: field('Graph', 2) } },
  MetaInfo: { fields: { tags: repeated('string', 4) } },
  Graph: { fields: { node: repeated('Node', 1), versions: field('Versions', 4) } },
  Versions: { fields: { producer: field('int32', 1) } },
  Node: {
    fields: {
      name: field('string', 1),
      op: field('string', 2),
      input: repeated('string', 3),
      attr: { keyType: 'string', type: 'Attribute', id: 5 },
    },
  },
  Attribute: {
    // a choice of one: zero and false are written too
    oneofs: { value: { oneof: ['list', 's', 'i', 'f', 'b', 'type', 'shape', 'tensor'] } },
    fields: {
      list: field('List', 1),
      s: field('bytes', 2),
      i: field('int64', 3),
      f: field('float', 4),
      b: field('bool', 5),
      type: field('int32', 6),
      shape: field('Shape', 7),
      tensor: field('Tensor', 8),
    },
  },
  List: { fields: { i: repeated('int64', 3), f: repeated('float', 4), b: repeated('bool', 5) } },
  Shape: { fields: { dim: repeated('Dimension', 2) } },
  Dimension: { fields: { size: field('int64', 1) } },
  Tensor: { fields: { dtype: field('int32', 1), tensorShape: field('Shape', 2), tensorContent: field('bytes', 4) } },
};

let savedModel: Type | null = null;

/** The bytes of `saved_model.pb` that hold this graph and nothing else: no variables, no signatures. */
export function encodeSavedModel(nodes: readonly GraphNode[]): Uint8Array {
  savedModel ??= loadSchema();
  const graph = { node: nodes, versions: { producer } };
  return savedModel.encode({ savedModelSchemaVersion: 1, metaGraphs: [{ metaInfo: { tags: [servingTag] }, graph }] }).finish();
}

/** Loaded on first use: 20 ms that a run without replay does not pay. */
function loadSchema(): Type {
  const { Root } = requireFromCore('protobufjs/light') as typeof import('protobufjs/light.js');
  return Root.fromJSON({ nested: messages }).lookupType('SavedModel');
}

function field(type: string, id: number): { readonly type: string; readonly id: number } {
  return { type, id };
}

function repeated(type: string, id: number): { readonly rule: 'repeated'; readonly type: string; readonly id: number } {
  return { rule: 'repeated', type, id };
}
