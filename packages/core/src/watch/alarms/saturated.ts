import { mostlySaturated } from '../../verdict/thresholds.ts';
import { percent } from '../../verdict/words.ts';
import type { Alarm } from './alarm.ts';

/** Most units of a layer sit where its activation is flat. */
export const saturated: Alarm = {
  name: 'saturated',
  summary: 'more than half of the units of a layer sit where its activation is flat',
  source: 'mostlySaturated in verdict/thresholds.ts; flat is below 5 % of the steepest slope, |tanh| > 0.97 as in makemore 3',
  patience: 2,
  look: ({ step, layers }) => {
    const seen = layers.flatMap(({ name, activation }) => (activation === null ? [] : [{ name, ...activation }]));
    if (seen.length === 0) return null;
    return seen
      .filter((layer) => layer.saturated > mostlySaturated)
      .map((layer) => ({
        layer: layer.name,
        message: `${percent(layer.saturated)} of the units of ${layer.name} are saturated at step ${step}`,
      }));
  },
};
