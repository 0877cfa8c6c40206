import type { DataId, Optimizer, TensorInfo, Variable } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { Outside } from '../recording/outside.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { watchDraws } from './draws.ts';
import { propertyWith } from './optimizer-numbers.ts';
import { type Source, tensorOf } from './source.ts';

/** What a step may take from outside, and what it took. */
export interface StepOutside {
  readonly outside: Outside;
  /** Grows as the step reads. */
  readonly sources: readonly Source[];
  /** **Throws** CompileError where it left something that a replay would not. */
  readonly assertKept: () => void;
}

/** Variables, tensors of the optimizers known, and random draws. */
export function openOutside(
  tf: TensorFlow,
  variables: readonly Variable[],
  { optimizers, count }: { readonly optimizers: ReadonlySet<Optimizer>; readonly count: number },
): StepOutside {
  const variableOf = new Map<DataId, Variable>(variables.map((variable) => [variable.dataId, variable]));
  const sources: Source[] = Array.from({ length: count }, (_, index) => ({ kind: 'argument', index }));
  const properties = new Map<Source & { readonly kind: 'property' }, DataId>();
  const draws = watchDraws(tf);
  const admitProperty = (dataId: DataId): boolean => {
    const property = propertyWith(tf, optimizers, dataId);
    if (property === null) return false;
    const source = { kind: 'property', ...property } as const;
    properties.set(source, dataId);
    sources.push(source);
    return true;
  };
  const admit = ({ dataId }: TensorInfo): boolean => {
    const variable = variableOf.get(dataId);
    if (variable === undefined) return admitProperty(dataId);
    sources.push({ kind: 'variable', variable });
    return true;
  };
  const isDrawn: Outside['isDrawn'] = (values, shape, dtype) => {
    const law = draws.lawOf(values, shape, dtype);
    if (law !== null) sources.push({ kind: 'draw', law, shape: [...shape] });
    return law !== null;
  };
  const assertKept = (): void => {
    draws.assertNonePending();
    for (const [source, dataId] of properties) {
      if (tensorOf(tf, source, []).dataId !== dataId) throw new CompileError(replaced(source.name));
    }
  };
  return { outside: { admit, advice, draw: draws.draw, isDrawn }, sources, assertKept };
}

const advice = 'pass it as an argument, or keep it in a tf.variable, which every step reads anew';

function replaced(name: string): string {
  return `the compiled step replaces the tensor "${name}" of its optimizer, which a replay would not do; keep it in a tf.variable, and assign to it`;
}
