import type { Tensor } from '@tensorflow/tfjs';
import type { Graph } from '../recording/graph.ts';
import { createGraph } from '../recording/graph.ts';
import type { GraphNode } from '../recording/graph-nodes.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { countStep } from './optimizer-numbers.ts';
import type { Reconciled } from './reconcile.ts';
import type { StepRecording } from './record-step.ts';
import { type Source, tensorOf } from './source.ts';

/** A step inside TensorFlow, and the way its state goes in and out. */
export interface StepGraph {
  readonly run: (args: readonly Tensor[]) => readonly Tensor[];
  readonly dispose: () => void;
}

/** Hands a step to TensorFlow, with inputs in place of the constants that follow numbers. */
export function createStepGraph(tf: TensorFlow, recording: StepRecording, following: Reconciled['following']): StepGraph {
  const { sources, assigned, applied, nodes, inputs } = recording;
  const graph: Graph = createGraph(tf, {
    ...recording,
    nodes: nodes.map((node) => (following.has(node.name) ? placeholderFor(node) : node)),
    inputs: [...inputs, ...[...following.keys()].map((name) => `${name}:0`)],
  });
  const all: readonly Source[] = [...sources, ...following.values()];
  return {
    run: (args) => {
      const results = tf.tidy(() => {
        const made = graph.run(all.map((source) => tensorOf(tf, source, args)));
        const first = made.length - assigned.length;
        for (const [index, variable] of assigned.entries()) variable.assign(made[first + index] as Tensor);
        return made.slice(0, first);
      });
      for (const optimizer of applied) countStep(optimizer, 1);
      return results;
    },
    dispose: () => graph.dispose(),
  };
}

/** A place for the number that a constant held. */
function placeholderFor({ name, attr }: GraphNode): GraphNode {
  const { dtype } = attr;
  if (dtype === undefined) throw new Error(`the constant ${name} has no type`);
  return { name, op: 'Placeholder', input: [], attr: { dtype, shape: { shape: { dim: [] } } } };
}
