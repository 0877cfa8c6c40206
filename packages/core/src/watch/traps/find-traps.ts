import type { NamedLayer } from '../foreign-layer.ts';
import type { OutputLoss } from '../probe/losses-of.ts';
import type { PassRow } from '../probe/pass-row.ts';
import type { Passed } from '../probe/run-pass.ts';
import * as shelf from './index.ts';
import type { Patient, Trap, TrapFinding } from './trap.ts';

/** All traps that the layers of a model stepped into, layer by layer. */
export const findTraps = (layers: readonly NamedLayer[], passed: Passed, losses: readonly OutputLoss[]): readonly TrapFinding[] =>
  layers.flatMap((named) => examine(patientOf(named, passed, losses)));

/** What all traps of the shelf say of one layer. */
export const examine = (patient: Patient): readonly TrapFinding[] =>
  Object.values<Trap>(shelf).flatMap(({ name, source, find }) => {
    const found = find(patient);
    return found === null ? [] : [{ trap: name, layer: patient.name, ...found, source }];
  });

const patientOf = ({ name, layer }: NamedLayer, { rows, layers }: Passed, losses: readonly OutputLoss[]): Patient => {
  const index = rows.findIndex((row) => row.layer === layer);
  const row = rows[index];
  const reader = losses.find(({ output }) => output === name || output === row?.activatedBy);
  return {
    name,
    className: layer.getClassName(),
    config: layer.getConfig(),
    inputVariance: row === undefined ? null : varianceOf(row),
    measured: layers[index] ?? null,
    loss: reader?.name ?? null,
  };
};

/** Mean over units, on the last axis, of the variance over everything else. */
const varianceOf = ({ inputs: [input] }: PassRow): number | null => {
  if (input === undefined) return null;
  const values = input.copy.dataSync();
  const units = input.copy.shape.at(-1) ?? 1;
  const [sums, squares] = [new Float64Array(units), new Float64Array(units)];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    sums[index % units] = (sums[index % units] as number) + value;
    squares[index % units] = (squares[index % units] as number) + value * value;
  }
  const count = values.length / units;
  const total = sums.reduce((sum, one, unit) => sum + (squares[unit] as number) / count - (one / count) ** 2, 0);
  return Number.isFinite(total) ? total / units : null;
};
