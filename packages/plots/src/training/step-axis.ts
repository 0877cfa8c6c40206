import type { TrainingReport } from '@vanish/core';
import { layerTicks } from '../frame/layer-axis.ts';
import type { Axes } from '../frame/marks.ts';

/** The horizontal channel over the steps of a training. */
export const stepAxis = ({ experiment: { train } }: TrainingReport): Axes['x'] => ({
  field: 'step',
  type: 'quantitative',
  scale: { domain: [0.5, train + 0.5], nice: false, zero: false },
  axis: {
    values: layerTicks(train),
    format: 'd',
    grid: false,
    orient: 'bottom',
    title: 'step of the training',
    titlePadding: 12,
  },
});
