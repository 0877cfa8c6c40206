import type { TrainingReport } from '@vanish/core';
import { isNumber } from '../frame/layer.ts';
import type { HeatMap } from './heat-map.ts';

/** Decades below the largest beyond which a gradient is next to nothing. */
const mostDecades = 14;

/** The gradient that arrives at each layer, or reaches back to each time step, while the training goes on. */
export const signalMap = (report: TrainingReport): HeatMap => {
  const { record, initial } = report;
  const names = initial.measured.layers.map(({ name }) => name);
  const signals = finiteSignals(report);
  const strongest = Math.ceil(Math.max(...signals));
  return {
    title: 'gradient that arrives, RMS of ∂loss/∂z',
    rows: names.map((name, row) => ({ name, decades: (step) => record.steps[step]?.rows[row]?.signal ?? null })),
    range: [Math.max(Math.min(Math.floor(Math.min(...signals)), strongest - 1), strongest - mostDecades), strongest],
  };
};

/** log₁₀ of all gradients that are finite numbers above zero. The readout stands beside the layers, and is left out. */
export const finiteSignals = ({ record, initial }: TrainingReport): readonly number[] =>
  record.steps.flatMap(({ rows }) => rows.slice(0, initial.measured.layers.length).map(({ signal }) => signal)).filter(isNumber);
