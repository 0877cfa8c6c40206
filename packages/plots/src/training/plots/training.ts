import type { TrainingReport } from '@vanish/core';
import { type Plot, stackPanels } from '../../plots/plot.ts';
import { describeTraining } from '../describe-training.ts';
import { heatMap } from '../heat-map.ts';
import { lossCurve } from '../loss-curve.ts';
import { stepAxis } from '../step-axis.ts';
import { updateMap } from '../update-map.ts';

/** The loss over the steps, and below it which layer moved its weights, and how far, at which step. */
export const training: Plot<TrainingReport> = {
  name: 'training',
  summary: 'the loss over the steps, and how far each step moves the weights of each layer',
  key: () => 'line: mean · band: ±1 sd',
  missing: () => null,
  draw: (report, room, theme) => {
    const x = stepAxis(report);
    const [upper, lower] = stackPanels(room, [0.42, 0.58]);
    return [...lossCurve(report, x, upper, theme), ...heatMap(report, updateMap(report), { x, area: lower }, theme)];
  },
  describe: describeTraining,
};
