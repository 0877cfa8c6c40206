import { mean, summarise } from '../../numbers/statistics.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { entriesPerNetwork } from '../reading.ts';
import type { Label } from '../run-pass.ts';
import type { Owner } from './trained-networks.ts';
import type { RecordedStep, RowAtStep, TrainingRecord } from './training-record.ts';

/** What was read back from a step. */
export interface Observed {
  readonly labels: readonly Label[];
  readonly seeds: number;
  /** As `StepResults.values` has them, network after network. */
  readonly values: Float32Array;
}

/** Loss and accuracy come first. */
const told = 2;

/** One step as it is written down. */
export const readStep = (
  blueprint: Blueprint,
  observed: Observed,
  owners: readonly (Owner | null)[],
  step: number,
): RecordedStep => {
  const losses = column(observed, 0);
  return {
    step,
    loss: losses.every(Number.isFinite) ? summarise(losses) : { mean: null, sd: null },
    lossPerSeed: losses.map((loss) => (Number.isFinite(loss) ? loss : null)),
    accuracy: mean(column(observed, 1)),
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
  };
};

/** NaN or ±∞ in the loss or in a signal, and where it came from: the row nearest the loss, since all before it follow. */
export const brokenAt = ({ rows }: Blueprint, observed: Observed, step: number): TrainingRecord['stopped'] => {
  if (column(observed, 0).some((loss) => !Number.isFinite(loss))) return { step, name: 'the loss' };
  const broken = rows.filter((_, row) => signalNorms(observed, row).some((norm) => !Number.isFinite(norm))).at(-1);
  return broken === undefined ? null : { step, name: broken.name };
};

/** One number per network. */
const column = ({ seeds, values }: Observed, position: number): readonly number[] => {
  const width = values.length / seeds;
  return Array.from({ length: seeds }, (_, network) => values[network * width + position] as number);
};

/** ‖∂loss/∂z‖ at a row, per network. */
const signalNorms = (observed: Observed, row: number): readonly number[] => {
  const position = observed.labels.findIndex((label) => label.row === row);
  return position < 0 ? [] : column(observed, told + position);
};

/** Norms of gradient, step and weights over the parameters of a row, each per network. */
const sizesOf = (
  observed: Observed,
  own: readonly number[],
): readonly [readonly number[], readonly number[], readonly number[]] => {
  const { labels, seeds, values } = observed;
  const before = told + labels.length;
  const recorded = (values.length / seeds - before) / 3;
  const normOf = (kind: number): readonly number[] => {
    const parts = own.map((index) => column(observed, before + kind * recorded + index));
    return Array.from({ length: seeds }, (_, network) => Math.hypot(...parts.map((part) => part[network] as number)));
  };
  return [normOf(0), normOf(1), normOf(2)];
};

const meanDecades = (decades: readonly number[]): number | null =>
  summarise(decades.map((value) => (Number.isFinite(value) ? value : null))).mean;
