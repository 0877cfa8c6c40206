import type { TrainingReport } from '@vanish/core';
import { type Plot, stackPanels } from '../../plots/plot.ts';
import { describeSignals } from '../describe-signals.ts';
import { heatMap } from '../heat-map.ts';
import { lossCurve } from '../loss-curve.ts';
import { finiteSignals, signalMap } from '../signal-map.ts';
import { stepAxis } from '../step-axis.ts';

/** The loss over the steps, and below it the gradient that arrives at each layer: of a recurrent net, that reaches back to each time step. */
export const signals: Plot<TrainingReport> = {
  name: 'signals',
  summary: 'the gradient that arrives at each layer, or reaches back to each time step, as the training goes on',
  key: () => 'line: mean · band: ±1 sd',
  missing: (report) => (finiteSignals(report).length === 0 ? 'no gradient of this training is a finite number above zero' : null),
  draw: (report, room, theme) => {
    const x = stepAxis(report);
    const [upper, lower] = stackPanels(room, [0.34, 0.66]);
    return [...lossCurve(report, x, upper, theme), ...heatMap(report, signalMap(report), { x, area: lower }, theme)];
  },
  describe: describeSignals,
};
