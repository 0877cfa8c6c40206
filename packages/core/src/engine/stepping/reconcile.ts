import { CompileError } from '../compile-error.ts';
import type { GraphNode } from '../recording/graph-nodes.ts';
import { contentOf, numbersIn } from './constant-node.ts';
import { type NumberForm, numberForms, type OptimizerNumber } from './optimizer-numbers.ts';
import type { StepRecording } from './record-step.ts';
import { haveSameEntries } from './same-entries.ts';
import { isSameSource, type Source } from './source.ts';

/** What two recordings of a step tell that one does not. */
export interface Reconciled {
  /** Constants, by the names of their nodes, that follow numbers of optimizers. */
  readonly following: ReadonlyMap<string, Source & { readonly kind: 'number' }>;
  /** Numbers that may change without a new recording: the graph follows them, or does not hold them. */
  readonly free: readonly OptimizerNumber[];
}

/**
 * Compares two recordings of the same step, `calls` telling which calls they are of. A constant may differ where a number of an
 * optimizer changed and the constant with it.
 * **Throws** CompileError where anything else differs: a replay would hold today's.
 */
export function reconcile(one: StepRecording, other: StepRecording, calls: readonly [number, number]): Reconciled {
  assertSameStructure(one, other, calls);
  const changed = changedNumbers(one, other);
  const following = new Map<string, Source & { readonly kind: 'number' }>();
  let isAmbiguous = false;
  for (const [index, node] of one.nodes.entries()) {
    const [before, after] = [numbersIn(node), numbersIn(other.nodes[index] as GraphNode)];
    if (haveSameEntries(contentOf(node), contentOf(other.nodes[index] as GraphNode))) continue;
    const explanations = changed.flatMap((number) => formsOf(number, before, after));
    const [first, second] = explanations;
    if (first === undefined) throw new CompileError(changedConstant(before, after, calls));
    if (second !== undefined) isAmbiguous = true;
    following.set(node.name, { kind: 'number', number: first.number, form: first.form });
  }
  // two numbers that changed alike cannot be told apart: the next recording decides
  if (isAmbiguous) return { following: new Map(), free: [] };
  return { following, free: changed.filter(({ isClear }) => isClear).map(({ optimizer, name }) => ({ optimizer, name })) };
}

interface ChangedNumber extends OptimizerNumber {
  readonly before: number;
  readonly after: number;
  /** Whether float32 tells the two apart, so that a constant that holds it differs. */
  readonly isClear: boolean;
}

function changedNumbers(one: StepRecording, other: StepRecording): readonly ChangedNumber[] {
  return [...one.numbers].flatMap(([optimizer, numbers]) =>
    Object.keys(numbers).flatMap((name) => {
      const [before, after] = [numbers[name], other.numbers.get(optimizer)?.[name]];
      if (before === after || typeof before !== 'number' || typeof after !== 'number') return [];
      const isClear = Object.values(numberForms).every((form) => Math.fround(form(before)) !== Math.fround(form(after)));
      return [{ optimizer, name, before, after, isClear }];
    }),
  );
}

function formsOf(
  { optimizer, name, before, after }: ChangedNumber,
  old: ArrayLike<number>,
  now: ArrayLike<number>,
): readonly { readonly number: OptimizerNumber; readonly form: NumberForm }[] {
  if (old.length !== 1 || now.length !== 1) return [];
  const fits = (form: NumberForm): boolean =>
    Math.fround(numberForms[form](before)) === old[0] && Math.fround(numberForms[form](after)) === now[0];
  return (Object.keys(numberForms) as NumberForm[]).filter(fits).map((form) => ({ number: { optimizer, name }, form }));
}

function assertSameStructure(one: StepRecording, other: StepRecording, calls: readonly [number, number]): void {
  const difference = structuralDifference(one, other);
  if (difference === null) return;
  throw new CompileError(
    `the compiled step does something else on call ${calls[1]} than on call ${calls[0]} (${difference}), and a replay could only do one of them; decide with tf.where, or compile a step for each case`,
  );
}

function structuralDifference(one: StepRecording, other: StepRecording): string | null {
  for (const [index, node] of one.nodes.entries()) {
    const twin = other.nodes[index];
    if (twin === undefined) break;
    if (shapeOfNode(node) !== shapeOfNode(twin)) return `operation ${index + 1} is ${twin.op}, was ${node.op}`;
  }
  if (one.nodes.length !== other.nodes.length) return `${other.nodes.length} operations, were ${one.nodes.length}`;
  const isSame =
    one.sources.length === other.sources.length &&
    one.sources.every((source, index) => isSameSource(source, other.sources[index] as Source)) &&
    haveSameEntries(one.assigned, other.assigned) &&
    haveSameEntries(one.applied, other.applied) &&
    haveSameEntries([...one.inputs, ...one.outputs, ...one.positions], [...other.inputs, ...other.outputs, ...other.positions]);
  return isSame ? null : 'it reads or assigns to other variables, applies other optimizers, or returns something else';
}

/** Everything of a node but the numbers of a constant. */
function shapeOfNode({ name, op, input, attr }: GraphNode): string {
  const withoutNumbers = (_key: string, value: unknown): unknown => (value instanceof Uint8Array ? value.length : value);
  const attributes = op === 'Const' ? JSON.stringify(attr, withoutNumbers) : JSON.stringify(attr);
  return `${name} ${op} ${input.join()} ${attributes}`;
}

function changedConstant(before: ArrayLike<number>, after: ArrayLike<number>, calls: readonly [number, number]): string {
  const index = Math.max(
    0,
    Array.from(before).findIndex((value, at) => value !== after[at]),
  );
  const between = calls[1] - calls[0] > 1 ? `, and the calls between may have used ${before[index]}` : '';
  return `a number that the compiled step makes in JavaScript changed (${before[index]} on call ${calls[0]}, ${after[index]} on call ${calls[1]}${between}), and a replay would hold it fixed; pass it as an argument, in tf.scalar or tf.tensor`;
}
