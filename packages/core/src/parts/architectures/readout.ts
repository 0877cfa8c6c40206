import { linear } from '../activations/linear.ts';
import type { Row } from '../blueprint.ts';
import { activate } from '../layers/activate.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import { type BuildSettings, weights } from './architecture.ts';

/** The linear layer between the last hidden layer and the loss, and its row. */
export const readout = (
  settings: BuildSettings,
  { row, outputs }: { readonly row: number; readonly outputs: number },
): { readonly stages: readonly Stage[]; readonly row: Row } => ({
  stages: [
    weights(settings, { row, fanIn: settings.width, fanOut: outputs }),
    station(row),
    activate({ row, units: outputs, activation: linear, isOutput: true }),
  ],
  row: { name: 'readout', units: outputs },
});
