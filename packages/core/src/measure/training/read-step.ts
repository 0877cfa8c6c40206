import { mean, summarise } from '../../numbers/statistics.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import type { Quantity } from '../../parts/layers/stage.ts';
import type { Label } from '../run-pass.ts';
import type { Owner } from './trained-networks.ts';
import type { RecordedStep, RowAtStep, TrainingRecord } from './training-record.ts';

/** What was read back from a step. */
export interface Observed {
  readonly labels: readonly Label[];
  /** Per network. */
  readonly losses: readonly number[];
  readonly accuracies: readonly number[];
  /** Labels, then ‖Δw‖ of each parameter, then ‖w‖, network after network. */
  readonly values: Float32Array;
}

/** One step as it is written down. */
export const readStep = (
  blueprint: Blueprint,
  observed: Observed,
  owners: readonly (Owner | null)[],
  step: number,
): RecordedStep => ({
  step,
  loss: observed.losses.every(Number.isFinite) ? summarise(observed.losses) : { mean: null, sd: null },
  accuracy: mean(observed.accuracies),
  rows: blueprint.rows.map((_, row): RowAtStep => {
    const own = owners.flatMap((owner, index) => (owner?.row === row ? [index] : []));
    return {
      signal: meanDecades(columns(observed, row, 'logSignal')[0] ?? []),
      gradient: meanDecades(sumOfSquares(columns(observed, row, 'logGradientNorm'))),
      update: own.length === 0 ? null : meanDecades(updateRatios(observed, owners.length, own)),
    };
  }),
});

/** NaN or ±∞ in the loss or in a signal, and where it came from: the row nearest the loss, since all before it follow. */
export const brokenAt = ({ rows }: Blueprint, observed: Observed, step: number): TrainingRecord['stopped'] => {
  if (observed.losses.some((loss) => !Number.isFinite(loss))) return { step, name: 'the loss' };
  const isBroken = (nats: number): boolean => Number.isNaN(nats) || nats === Number.POSITIVE_INFINITY;
  const broken = rows.filter((_, index) => (columns(observed, index, 'logSignal')[0] ?? []).some(isBroken)).at(-1);
  return broken === undefined ? null : { step, name: broken.name };
};

/** One list per label of that quantity, one number per network. */
const columns = ({ labels, losses, values }: Observed, row: number, quantity: Quantity): readonly (readonly number[])[] => {
  const width = values.length / losses.length;
  return labels.flatMap((label, position) =>
    label.row === row && label.quantity === quantity
      ? [losses.map((_, network) => values[network * width + position] as number)]
      : [],
  );
};

/** ln √Σ e²ˣ over the matrices of a row, per network. */
const sumOfSquares = ([first = [], ...others]: readonly (readonly number[])[]): readonly number[] =>
  first.map((nats, network) =>
    others.length === 0
      ? nats
      : Math.log([nats, ...others.map((list) => list[network] as number)].reduce((sum, x) => sum + Math.exp(2 * x), 0)) / 2,
  );

/** ln √(Σ ‖Δw‖² / Σ ‖w‖²) over the parameters of a row, per network. */
const updateRatios = ({ labels, losses, values }: Observed, count: number, own: readonly number[]): readonly number[] => {
  const width = values.length / losses.length;
  const squares = (network: number, offset: number): number =>
    own.reduce((sum, index) => sum + (values[network * width + labels.length + offset + index] as number) ** 2, 0);
  return losses.map((_, network) => Math.log(squares(network, 0) / squares(network, count)) / 2);
};

const meanDecades = (nats: readonly number[]): number | null =>
  summarise(nats.map((value) => (Number.isFinite(value) ? value / Math.LN10 : null))).mean;
