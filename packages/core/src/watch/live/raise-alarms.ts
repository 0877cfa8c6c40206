import type { Alarm, Sighting } from '../alarms/alarm.ts';
import * as shelf from '../alarms/index.ts';
import type { WatchedStep } from './watched-step.ts';

/** An alarm that was raised. */
export interface Finding extends Sighting {
  /** `vanishing`, `exploding`, `dead`, `saturated`, `stalled`, `not-learning`, `not-a-number`. */
  readonly alarm: string;
  readonly step: number;
}

/** Looks at one step after the other. */
export type Guard = (step: WatchedStep, earlier: readonly WatchedStep[]) => readonly Finding[];

/**
 * Raises alarms: what has been seen often enough in a row, and of the same layer not again before the cool-down is over.
 * **Unit** steps.
 */
export const createGuard = (coolDown: number, alarms: readonly Alarm[] = Object.values<Alarm>(shelf)): Guard => {
  const inRow = new Map<string, number>();
  const lastRaised = new Map<string, number>();
  const raise = ({ name, patience, look }: Alarm, step: WatchedStep, earlier: readonly WatchedStep[]): readonly Finding[] => {
    const sightings = look(step, earlier);
    // a step that does not tell neither adds to a row nor ends it
    if (sightings === null) return [];
    const seen = new Map(sightings.map((sighting) => [`${name} ${sighting.layer ?? ''}`, sighting]));
    for (const key of inRow.keys()) if (key.startsWith(`${name} `) && !seen.has(key)) inRow.delete(key);
    return [...seen].flatMap(([key, sighting]) => {
      inRow.set(key, (inRow.get(key) ?? 0) + 1);
      const isCool = step.step - (lastRaised.get(key) ?? Number.NEGATIVE_INFINITY) > coolDown;
      if ((inRow.get(key) ?? 0) < patience || !isCool) return [];
      lastRaised.set(key, step.step);
      return [{ alarm: name, step: step.step, ...sighting }];
    });
  };
  return (step, earlier) => alarms.flatMap((alarm) => raise(alarm, step, earlier));
};
