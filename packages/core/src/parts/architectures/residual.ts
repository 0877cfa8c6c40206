import type { Built } from '../blueprint.ts';
import { activate } from '../layers/activate.ts';
import { chain } from '../layers/chain.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import type { BranchParts } from '../orders/order.ts';
import type { BuildSettings } from './architecture.ts';
import type { Medium } from './medium.ts';
import { withReadout } from './readout.ts';

/** Residual network: depth × blocks around a stream of constant width, then a norm and a linear readout where the loss wants one. */
export const buildResidual = (settings: BuildSettings, medium: Medium): Built => {
  const { depth, width, norm } = settings;
  const rows = Array.from({ length: depth }, (_, row) => ({
    name: `block ${row + 1}`,
    units: width,
    positions: medium.positions(row),
  }));
  const hidden = [...medium.entry, ...rows.flatMap((_, row) => block(settings, medium, row))];
  const story = (factor: number): string => [residualStory(factor), ...medium.stories].join(' ');
  return withReadout(settings, { hidden, rows, recursion: null, story }, [...norm.stages(), ...medium.exit]);
};

const residualStory = (factor: number): string =>
  factor >= 1
    ? 'The skip path passes the gradient on as it is, and the branch adds the rest.'
    : 'The way around each block passes less than the whole gradient on, and the branch does not make up for it.';

const block = (settings: BuildSettings, medium: Medium, row: number): readonly Stage[] => {
  const { depth, width, activation, skip, order, norm, place, branch: matrices } = settings;
  const square = (factor: number): readonly Stage[] => medium.weights({ row, fanIn: width, fanOut: width, factor });
  const activated = (): readonly Stage[] => [activate({ row, units: width, activation })];
  const partsWith = (factors: readonly number[]): BranchParts => ({
    matrices,
    norm: norm.stages,
    activation: activated,
    normAndActivation: () => place.arrange(norm.stages(), activated()),
    weights: (number) => square(factors[number] ?? 1),
  });
  const branch = (factors: readonly number[] = []): readonly Stage[] => order.branch(partsWith(factors));
  const wrapped = skip.wrap({ row, units: width, blocks: depth, matrices, branch, gate: () => chain(square(1)) });
  return [station(row, medium.positions(row)), ...wrapped, ...order.afterwards(partsWith([])), ...medium.after(row)];
};
