import { linear } from '../activations/linear.ts';
import type { Recursion } from '../blueprint.ts';
import { activate } from '../layers/activate.ts';
import { dense } from '../layers/dense.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import type { Architecture, BuildSettings } from './architecture.ts';

/** Plain fully connected network: depth × (dense → norm → activation), then a linear readout where the loss wants one. */
export const mlp: Architecture = {
  name: 'mlp',
  aliases: ['plain', 'dense', 'fully-connected', 'fc', 'feedforward'],
  summary: 'plain fully connected network',
  build: (settings) => {
    const { depth, width, outputs } = settings;
    const rows = Array.from({ length: depth }, (_, row) => ({ name: `dense ${row + 1}`, units: width }));
    const hidden = rows.flatMap((_, row) => layer(settings, row));
    const recursion = recursionOf(settings);
    if (outputs === null) return { hidden, readout: [], rows, recursion };
    return { hidden, readout: readout(settings, outputs), rows: [...rows, { name: 'readout', units: outputs }], recursion };
  },
};

const layer = (settings: BuildSettings, row: number): readonly Stage[] => {
  const { depth, width, features, outputs, activation, initializer, gain, bias, norm, skip } = settings;
  const fanIn = row === 0 ? features : width;
  return skip.wrap([
    dense({ row, fanIn, fanOut: width, initializer, gain, bias }),
    ...norm.stages({ row, units: width }),
    station(row),
    activate({ row, units: width, activation, isOutput: outputs === null && row === depth - 1 }),
  ]);
};

const readout = ({ depth: row, width, initializer, gain, bias }: BuildSettings, outputs: number): readonly Stage[] => [
  dense({ row, fanIn: width, fanOut: outputs, initializer, gain, bias }),
  station(row),
  activate({ row, units: outputs, activation: linear, isOutput: true }),
];

const recursionOf = ({ width, activation, initializer, gain, bias }: BuildSettings): Recursion | null => {
  if (initializer.isCalibrated) return null;
  const nominal = gain ?? width * initializer.weightVariance(width, width);
  return { activation, gain: nominal * initializer.law.varianceFactor, bias };
};
