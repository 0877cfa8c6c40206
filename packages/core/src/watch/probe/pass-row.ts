import type { Variable } from '@tensorflow/tfjs';
import type { Activation } from '../../parts/activations/activation.ts';
import * as activations from '../../parts/activations/index.ts';
import type { ForeignLayer } from '../foreign-layer.ts';
import { isActivation } from './activation-of.ts';
import type { Seen, Visit } from './visit.ts';

/** A weight and what it is called. */
export interface RowWeight {
  readonly name: string;
  readonly variable: Variable;
  readonly isTrainable: boolean;
}

/** A row of the report before it is measured: one use of a layer that computes something, with the activation behind it. */
export interface PassRow {
  readonly name: string;
  readonly layer: ForeignLayer | null;
  /** Where the signal is read: z of the activation where there is one, the outputs otherwise. */
  readonly at: readonly Seen[];
  /** φ(z). */
  readonly activated: readonly Seen[];
  readonly inputs: readonly Seen[];
  /** Everything that later layers may take from it. */
  readonly outputs: readonly Seen[];
  readonly activation: Activation | null;
  /** The layer that activates it, where that is another. */
  readonly activatedBy: string | null;
  readonly weights: readonly RowWeight[];
  readonly steps: Visit['steps'];
}

/** A layer becomes a row where it has weights or an activation; what only moves numbers about (flatten, pool, drop, add) has none. */
export const rowsOf = (visits: readonly Visit[]): readonly PassRow[] => {
  const rows: PassRow[] = [];
  for (const visit of visits.filter(isRow)) {
    const base = visit.layer !== null && isActivation(visit.layer) ? rows.findIndex((row) => isActivatedBy(row, visit)) : -1;
    if (base < 0) rows.push(rowOf(visit));
    else rows[base] = activate(rows[base] as PassRow, visit);
  }
  return rows;
};

const isRow = ({ layer, activation }: Visit): boolean =>
  layer === null || layer.weights.length > 0 || isActivation(layer) || activation !== activations.linear;

/** Whether an activation stands directly behind a layer that has none of its own. */
const isActivatedBy = ({ activation, activatedBy, outputs }: PassRow, { inputs }: Visit): boolean =>
  activation === activations.linear && activatedBy === null && outputs.some(({ tensor }) => tensor.id === inputs[0]?.tensor.id);

const activate = (row: PassRow, { name, activation, outputs }: Visit): PassRow => ({
  ...row,
  activation,
  activatedBy: name,
  activated: outputs,
  outputs: [...row.outputs, ...outputs],
});

const rowOf = (visit: Visit): PassRow => {
  const { name, layer, inputs, outputs, preActivation, activation, steps } = visit;
  const isAlone = layer !== null && isActivation(layer);
  return {
    name,
    layer,
    at: preActivation === null ? (isAlone ? inputs : outputs) : [preActivation],
    activated: outputs,
    inputs,
    outputs,
    // whose z was not seen, its slope is not known
    activation: preActivation === null && !isAlone && activation !== activations.linear && layer !== null ? null : activation,
    activatedBy: null,
    steps,
    weights: (layer?.weights ?? []).map((weight) => ({
      name: weight.name,
      variable: weight.read(),
      isTrainable: weight.trainable && layer?.trainable !== false,
    })),
  };
};
