import { mean, summarise } from '../../numbers/statistics.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { entriesPerNetwork } from '../reading.ts';
import type { Label } from '../run-pass.ts';
import type { Owner } from './trained-networks.ts';
import type { RecordedStep, RowAtStep, TrainingRecord } from './training-record.ts';

/** What was read back from a step. */
export interface Observed {
  readonly labels: readonly Label[];
  /** Per network. */
  readonly losses: readonly number[];
  readonly accuracies: readonly number[];
  /** As `StepResults.values` has them, network after network. */
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
    const own = owners.filter((owner) => owner !== null).flatMap((owner, index) => (owner.row === row ? [index] : []));
    const [gradient, change, weights] = sizesOf(observed, own);
    const entries = entriesPerNetwork(blueprint, row);
    return {
      signal: meanDecades(signalNorms(observed, row).map((norm) => Math.log10(norm / Math.sqrt(entries)))),
      gradient: own.length === 0 ? null : meanDecades(gradient.map(Math.log10)),
      update: own.length === 0 ? null : meanDecades(change.map((norm, network) => Math.log10(norm / (weights[network] ?? 0)))),
    };
  }),
});

/** NaN or ±∞ in the loss or in a signal, and where it came from: the row nearest the loss, since all before it follow. */
export const brokenAt = ({ rows }: Blueprint, observed: Observed, step: number): TrainingRecord['stopped'] => {
  if (observed.losses.some((loss) => !Number.isFinite(loss))) return { step, name: 'the loss' };
  const broken = rows.filter((_, row) => signalNorms(observed, row).some((norm) => !Number.isFinite(norm))).at(-1);
  return broken === undefined ? null : { step, name: broken.name };
};

/** ‖∂loss/∂z‖ at a row, per network. */
const signalNorms = ({ labels, losses, values }: Observed, row: number): readonly number[] => {
  const width = values.length / losses.length;
  const position = labels.findIndex((label) => label.row === row);
  return position < 0 ? [] : losses.map((_, network) => values[network * width + position] as number);
};

/** Norms of gradient, step and weights over the parameters of a row, each per network. */
const sizesOf = (
  { labels, losses, values }: Observed,
  own: readonly number[],
): readonly [readonly number[], readonly number[], readonly number[]] => {
  const width = values.length / losses.length;
  const owned = (width - labels.length) / 3;
  const normOf = (kind: number): readonly number[] =>
    losses.map((_, network) =>
      Math.hypot(...own.map((index) => values[network * width + labels.length + kind * owned + index] as number)),
    );
  return [normOf(0), normOf(1), normOf(2)];
};

const meanDecades = (decades: readonly number[]): number | null =>
  summarise(decades.map((value) => (Number.isFinite(value) ? value : null))).mean;
