import { mostlyDead } from '../../verdict/thresholds.ts';
import { percent } from '../../verdict/words.ts';
import type { Alarm } from './alarm.ts';

/** Most units of a layer pass nothing for any example of a batch. */
export const dead: Alarm = {
  name: 'dead',
  summary: 'more than three quarters of the units of a layer have no slope for any example of the batch',
  source: 'mostlyDead in verdict/thresholds.ts; half of the units are silent in healthy deep relu nets',
  patience: 2,
  look: ({ step, layers }) => {
    const seen = layers.flatMap(({ name, activation }) => (activation === null ? [] : [{ name, ...activation }]));
    if (seen.length === 0) return null;
    return seen
      .filter((layer) => layer.dead > mostlyDead)
      .map((layer) => ({
        layer: layer.name,
        message: `${percent(layer.dead)} of the units of ${layer.name} are dead at step ${step}: their slope is zero for every example of the batch`,
      }));
  },
};
