import { mostlySaturated } from '../../verdict/thresholds.ts';
import { percent } from '../../verdict/words.ts';
import type { Alarm } from './alarm.ts';

/** Most units of a layer sit where its activation is flat. */
export const saturated: Alarm = {
  name: 'saturated',
  summary: 'more than half of the units of a layer sit where its activation is flat',
  source: 'mostlySaturated in verdict/thresholds.ts; flat is below 5 % of the steepest slope, |tanh| > 0.97 as in makemore 3',
  patience: 2,
  look: ({ step, activations }) => {
    if (activations === null) return null;
    return activations
      .filter((seen) => seen.saturated > mostlySaturated)
      .map((seen) => ({
        layer: seen.layer,
        message: `${percent(seen.saturated)} of the units of ${seen.layer} are saturated at step ${step}`,
      }));
  },
};
