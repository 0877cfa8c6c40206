import type { TrainingReport } from '@vanish/core';
import type { HeatMap } from './heat-map.ts';

/** How far each step moves the weights of each layer, relative to their size: from what float32 loses to what throws everything over. */
export const updateMap = ({ record }: TrainingReport): HeatMap => ({
  title: 'how far each step moves the weights, |Δw| / |w|',
  rows: record.movements.map(({ name, row }) => ({ name, decades: (step) => record.steps[step]?.rows[row]?.update ?? null })),
  range: [-7, -1],
});
