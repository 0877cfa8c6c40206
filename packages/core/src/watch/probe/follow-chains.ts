import type { LayerMeasurement } from '../../measure/gradient-profile.ts';
import type { Followed } from './judge-chains.ts';
import type { ProbedLayer } from './probe-report.ts';
import { momentsOf } from './read-numbers.ts';
import type { MeasuredStep, Passed } from './run-pass.ts';

/** Every way from an input to an output, without the output itself, and every recurrent layer's way through time. */
export const followChains = (passed: Passed): readonly Followed[] => [
  ...passed.chains.map((chain) => followRows(chain.map((row) => passed.layers[row] as ProbedLayer))),
  ...followMemories(passed).filter(({ layers }) => layers.length > 1),
];

const followRows = (rows: readonly ProbedLayer[]): Followed => {
  const hidden = rows.length > 1 ? rows.slice(0, -1) : rows;
  const names = new Set(hidden.slice(0, -1).map(({ activationName }) => activationName));
  const readout = rows.length > 1 ? (rows.at(-1) ?? null) : null;
  return { recurrent: null, layers: hidden, readout, activation: names.size === 1 ? ([...names][0] ?? null) : null };
};

/** The steps of each recurrent layer, forwards and backwards apart. */
export const followMemories = ({ memories, layers }: Passed): readonly Followed[] =>
  memories.map(({ row, cell, steps }) => {
    const layer = layers[row] as ProbedLayer;
    const isOneOfTwo = memories.some((other) => other.row === row && other.cell !== cell);
    const direction = isOneOfTwo ? (cell === 0 ? ' forwards' : ' backwards') : '';
    return {
      recurrent: `${layer.name}${direction}`,
      layers: steps.map((step, index) => stepRow(step, index, layer)),
      readout: null,
      activation: null,
    };
  });

/** A time step as a row: its own signal, the layer's weights. */
const stepRow = (
  { values, ...signal }: MeasuredStep,
  index: number,
  { update, weights, isFixed = false }: ProbedLayer,
): LayerMeasurement => ({
  index,
  name: `step ${index + 1}`,
  ...signal,
  // the weights of all steps are the layer's, and so is their gradient
  gradient: { log10Norm: null, sd: null },
  update,
  ...(isFixed ? { isFixed } : {}),
  weights: { ...weights, gain: null },
  activation: {
    ...momentsOf([values]),
    // h is what a cell hands on; of its pre-activations nobody has seen one
    preActivationSecondMoment: momentsOf([values]).variance,
    slopeSecondMoment: null,
    saturated: 0,
    dead: 0,
    correlation: null,
  },
});
