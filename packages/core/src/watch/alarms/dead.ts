import { mostlyDead } from '../../verdict/thresholds.ts';
import { percent } from '../../verdict/words.ts';
import type { Alarm } from './alarm.ts';

/** Most units of a layer pass nothing for any example of a batch. */
export const dead: Alarm = {
  name: 'dead',
  summary: 'more than three quarters of the units of a layer have no slope for any example of the batch',
  source: 'mostlyDead in verdict/thresholds.ts; half of the units are silent in healthy deep relu nets',
  patience: 2,
  look: ({ step, activations }) => {
    if (activations === null) return null;
    return activations
      .filter((seen) => seen.dead > mostlyDead)
      .map((seen) => ({
        layer: seen.layer,
        message: `${percent(seen.dead)} of the units of ${seen.layer} are dead at step ${step}: their slope is zero for every example of the batch`,
      }));
  },
};
