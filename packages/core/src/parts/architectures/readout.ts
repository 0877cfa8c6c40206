import { linear } from '../activations/linear.ts';
import type { Built } from '../blueprint.ts';
import { activate } from '../layers/activate.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import { type BuildSettings, weights } from './architecture.ts';

/** A network up to its last hidden row. */
export type Trunk = Omit<Built, 'readout'>;

/** A trunk, what leads out of it, and the linear layer with a row of its own; the trunk alone where the loss wants no outputs. */
export const withReadout = (settings: BuildSettings, trunk: Trunk, exit: readonly Stage[] = []): Built => {
  const { depth: row, width, outputs, init } = settings;
  if (outputs === null) return { ...trunk, readout: [] };
  const linearLayer = [
    weights({ ...settings, init: init.atEnds ?? init }, { row, fanIn: width, fanOut: outputs }),
    station(row),
    activate({ row, units: outputs, activation: linear, isOutput: true }),
  ];
  return { ...trunk, readout: [...exit, ...linearLayer], rows: [...trunk.rows, { name: 'readout', units: outputs }] };
};
