import type { Scalar, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { WatchError } from '../watch-error.ts';
import { addScaled, atScale, renormalise, type Scaled } from './scaled.ts';
import type { TapeNode } from './tape.ts';

/** An operation through which there is no way back. */
export class NoWayBack extends WatchError {
  readonly node: TapeNode;

  constructor(message: string, node: TapeNode, cause?: unknown) {
    super(message, { cause });
    this.node = node;
  }
}

/** Gradients of the loss, by the id of the tensor. A tensor that is missing has no way to the loss. */
export type Gradients = ReadonlyMap<number, Scaled>;

/**
 * Backpropagation over a tape, ∂loss/∂x for every tensor x between the sources and the loss: what `tf.grads` computes, but
 * that each gradient carries a power of two beside it, so that none under- or overflows on its way. An operation's way back is
 * linear in what comes to it, so scaling what comes scales what leaves.
 *
 * **Throws** NoWayBack where an operation has none.
 */
export const backpropagate = (tf: TensorFlow, loss: Scalar, tape: readonly TapeNode[], sources: readonly Tensor[]): Gradients => {
  const gradients = new Map<number, Scaled>([[loss.id, { tensor: tf.onesLike(loss), exponent: 0 }]]);
  const wanted = downstreamOf(tape, sources);
  for (const node of [...tape].reverse()) {
    const isOnTheWay = node.outputs.some(({ id }) => gradients.has(id) && wanted.has(id));
    if (isOnTheWay) passBack(tf, node, gradients, wanted);
  }
  return gradients;
};

/** Ids of all tensors that are made of the sources, and those of the sources. */
const downstreamOf = (tape: readonly TapeNode[], sources: readonly Tensor[]): ReadonlySet<number> => {
  const reached = new Set(sources.map(({ id }) => id));
  for (const { inputs, outputs } of tape)
    if (Object.values(inputs).some(({ id }) => reached.has(id))) for (const { id } of outputs) reached.add(id);
  return reached;
};

const passBack = (tf: TensorFlow, node: TapeNode, gradients: Map<number, Scaled>, wanted: ReadonlySet<number>): void => {
  if (node.gradient === undefined)
    throw new NoWayBack(`TensorFlow.js knows no gradient of the operation ${node.kernelName}`, node);
  const arriving = node.outputs.map(({ id }) => gradients.get(id) ?? null);
  const exponent = Math.max(...arriving.map((gradient) => gradient?.exponent ?? Number.NEGATIVE_INFINITY));
  const leaving = node.gradient(arriving.map((gradient) => (gradient === null ? null : atScale(tf, gradient, exponent))));
  for (const [name, { id }] of Object.entries(node.inputs)) {
    const gradient = wanted.has(id) ? leaving[name] : undefined;
    if (gradient === undefined) continue;
    const scaled = renormalise(tf, { tensor: takeBack(tf, node, gradient), exponent });
    const before = gradients.get(id);
    gradients.set(id, before === undefined ? scaled : addScaled(tf, before, scaled));
  }
};

const takeBack = (tf: TensorFlow, node: TapeNode, gradient: () => Tensor): Tensor => {
  try {
    return tf.tidy(gradient);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NoWayBack(`the gradient of the operation ${node.kernelName} cannot be computed here (${reason})`, node, cause);
  }
};
