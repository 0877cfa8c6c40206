import { activate } from '../layers/activate.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import type { BranchParts } from '../orders/order.ts';
import { type Architecture, type BuildSettings, keptPerActivation, weights } from './architecture.ts';
import { readout } from './readout.ts';

/**
 * Fully connected residual network: depth × blocks around a stream of constant width. The signal is the gradient at the
 * stream where a block begins.
 */
export const resnet: Architecture = {
  name: 'resnet',
  aliases: ['residual-network', 'residual-mlp'],
  summary: 'fully connected network with skip connections',
  takes: ['skip', 'order', 'branch'],
  size: ({ depth, width, branch }) => ({
    weights: depth * branch * width * width,
    products: depth * branch * width * width,
    kept: depth * (branch + 1) * width * keptPerActivation,
  }),
  build: (settings) => {
    const { depth, width, outputs, norm } = settings;
    const rows = Array.from({ length: depth }, (_, row) => ({ name: `block ${row + 1}`, units: width }));
    const hidden = rows.flatMap((_, row) => block(settings, row));
    const built = { hidden, recursion: null, story: residualStory };
    if (outputs === null) return { ...built, readout: [], rows };
    const { stages, row } = readout(settings, { row: depth, outputs });
    return { ...built, readout: [...norm.stages(), ...stages], rows: [...rows, row] };
  },
};

const residualStory = (factor: number): string =>
  factor >= 1
    ? 'The skip path passes the gradient on as it is, and the branch adds the rest.'
    : 'The way around each block passes less than the whole gradient on, and the branch does not make up for it.';

const block = (settings: BuildSettings, row: number): readonly Stage[] => {
  const { depth, width, activation, skip, order, norm, place, branch: matrices } = settings;
  const square = (factor: number): Stage => weights(settings, { row, fanIn: width, fanOut: width, factor });
  const activated = (): readonly Stage[] => [activate({ row, units: width, activation })];
  const partsWith = (factors: readonly number[]): BranchParts => ({
    matrices,
    norm: norm.stages,
    activation: activated,
    normAndActivation: () => place.arrange(norm.stages(), activated()),
    weights: (number) => [square(factors[number] ?? 1)],
  });
  const branch = (factors: readonly number[] = []): readonly Stage[] => order.branch(partsWith(factors));
  const wrapped = skip.wrap({ row, units: width, blocks: depth, matrices, branch, gate: () => square(1) });
  return [station(row), ...wrapped, ...order.afterwards(partsWith([]))];
};
