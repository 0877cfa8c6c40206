import type { WatchedStep } from '../live/watched-step.ts';

/** What an alarm saw. */
export interface Sighting {
  /** Null where it is about the whole. */
  readonly layer: string | null;
  /** One sentence with the number that matters. */
  readonly message: string;
}

/** Something that goes wrong in a training, seen in its steps. */
export interface Alarm {
  readonly name: string;
  /** One line, lower case, no full stop. */
  readonly summary: string;
  /** Where its threshold comes from. */
  readonly source: string;
  /** Looks in a row at which it has to be seen before it is raised. **Range** ≥ 1. */
  readonly patience: number;
  /** What is wrong at a step; empty where nothing is, null where the step does not tell. Earlier steps first, this one not among them. */
  readonly look: (step: WatchedStep, earlier: readonly WatchedStep[]) => readonly Sighting[] | null;
}
