import type { Optimizer, Tensor, Variable } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { Recording } from '../recording/graph-nodes.ts';
import { record } from '../recording/record.ts';
import type { Answer } from '../recording/run-once.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { countStep, numbersOf, slotsOf, watchOptimizers } from './optimizer-numbers.ts';
import { separateVariables } from './separate-variables.ts';
import type { Source } from './source.ts';
import { openOutside } from './step-outside.ts';

/** A recorded step: a graph, and how it hangs together with the state that it carries on. */
export interface StepRecording extends Recording {
  /** Where each input comes from. */
  readonly sources: readonly Source[];
  /** Variables that are given the last of the results, in this order. */
  readonly assigned: readonly Variable[];
  /** Which of the variables that it reads were trainable. */
  readonly trainable: ReadonlyMap<Variable, boolean>;
  /** The optimizers applied, once for each time. */
  readonly applied: readonly Optimizer[];
  /** The variables that they keep. */
  readonly slots: ReadonlyMap<Optimizer, readonly Variable[]>;
  /** Their numbers, which the graph holds. */
  readonly numbers: ReadonlyMap<Optimizer, Readonly<Record<string, number | boolean>>>;
}

/** What a recorded run of a step gives. */
export interface RecordedStep {
  readonly answer: Answer;
  readonly recording: StepRecording;
}

/** A step, and what is known of it. */
export interface KnownStep {
  readonly run: (tensors: readonly Tensor[]) => unknown;
  /** The optimizers that it applied so far. */
  readonly optimizers: ReadonlySet<Optimizer>;
  /** **Throws** CompileError where a recording contradicts earlier ones. */
  readonly accept: (recorded: RecordedStep) => void;
}

/**
 * Takes a step for good and writes it down.
 * **Throws** CompileError where a replay would differ; variables and optimizers are then as they were before.
 */
export function recordStep(tf: TensorFlow, { run, optimizers, accept }: KnownStep, args: readonly Tensor[]): RecordedStep {
  const variables = separateVariables(tf);
  const numbers = new Map([...optimizers].map((optimizer) => [optimizer, numbersOf(optimizer)]));
  const before = new Map(variables.map((variable) => [variable, tf.keep(variable.clone())]));
  const watch = watchOptimizers(tf);
  const made: Tensor[] = [];
  try {
    const { sources, outside, assertKept } = openOutside(tf, variables, { optimizers, count: args.length });
    const assigned = (): Variable[] => variables.filter((variable) => variable.dataId !== before.get(variable)?.dataId);
    const state = (): readonly Variable[] => {
      assertKept();
      assertNumbersKept(numbers);
      return assigned();
    };
    const { answer, recording } = record(tf, run, args, { outside, state, mayBeEmpty: true, sharesFloats: false });
    for (const optimizer of watch.applied) if (!numbers.has(optimizer)) numbers.set(optimizer, numbersOf(optimizer));
    const trainable = new Map(sources.flatMap((source) => (source.kind === 'variable' ? [trainableOf(source.variable)] : [])));
    const slots = new Map(watch.applied.map((optimizer) => [optimizer, slotsOf(tf, optimizer)]));
    made.push(...answer.results);
    const recorded: RecordedStep = {
      answer,
      recording: { ...recording, sources, assigned: assigned(), trainable, applied: [...watch.applied], slots, numbers },
    };
    accept(recorded);
    return recorded;
  } catch (error) {
    for (const [variable, value] of before) if (variable.dataId !== value.dataId) variable.assign(value);
    for (const optimizer of watch.applied) countStep(optimizer, -1);
    tf.dispose(made);
    throw error;
  } finally {
    watch.stop();
    tf.dispose([...before.values()]);
  }
}

function trainableOf(variable: Variable): readonly [Variable, boolean] {
  return [variable, variable.trainable];
}

/** **Throws** CompileError where the step turned a knob of an optimizer, which a replay would not. */
function assertNumbersKept(numbers: StepRecording['numbers']): void {
  for (const [optimizer, before] of numbers) {
    const now = numbersOf(optimizer);
    const name = Object.keys({ ...before, ...now }).find((one) => before[one] !== now[one]);
    if (name === undefined) continue;
    throw new CompileError(
      `the compiled step sets "${name}" of its optimizer (${before[name]} → ${now[name]}), which a replay would not do; set it before the call, which replays follow, or keep it in a tf.variable`,
    );
  }
}
