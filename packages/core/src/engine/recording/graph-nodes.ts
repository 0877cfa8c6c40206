/** An attribute of a node, as TensorFlow's protobuf message `AttrValue` has it. */
export type AttributeValue =
  | { readonly s: Uint8Array }
  | { readonly i: number }
  | { readonly f: number }
  | { readonly b: boolean }
  | { readonly type: number }
  | { readonly shape: ShapeMessage }
  | { readonly tensor: { readonly dtype: number; readonly tensorShape: ShapeMessage; readonly tensorContent: Uint8Array } }
  | { readonly list: { readonly i: readonly number[] } | { readonly f: readonly number[] } | { readonly b: readonly boolean[] } };

/** TensorFlow's message `TensorShapeProto`. */
export interface ShapeMessage {
  readonly dim: readonly { readonly size: number }[];
}

/** One operation of a graph, as TensorFlow's message `NodeDef` has it. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  /** Results of other nodes, `name:index`. */
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, AttributeValue>>;
}

/** A recorded function: its operations, its arguments in order, its results in order. */
export interface Recording {
  readonly nodes: readonly GraphNode[];
  /** The placeholders, `name:0`. */
  readonly inputs: readonly string[];
  /** Results of nodes, `name:index`, each once. */
  readonly outputs: readonly string[];
  /** For each result of the function its position in `outputs`: one tensor may be returned twice. */
  readonly positions: readonly number[];
}

/** The message of a shape. */
export function shapeMessage(shape: readonly number[]): ShapeMessage {
  return { dim: shape.map((size) => ({ size })) };
}
