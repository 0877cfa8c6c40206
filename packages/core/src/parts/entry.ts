import type { Architecture, SizeSettings } from './architectures/architecture.ts';
import { type Form, placesOf, vectorForm } from './form.ts';
import { embed } from './layers/embed.ts';
import { markPlaces } from './layers/mark-places.ts';
import { project } from './layers/project.ts';
import type { Stage } from './layers/stage.ts';
import { isClash, layoutOf, type Task } from './tasks/task.ts';

/** How the examples of a task come into a network. */
export interface Entry {
  readonly form: Form;
  /** Features of one example as the task draws them, or its places, where they hold symbols. */
  readonly drawn: number;
  /** Input features of the network. */
  readonly features: number;
  /** Places, counted from the last one back, whose answers a training reads. */
  readonly reads: number;
  /** What stands between the two. */
  readonly stages: readonly Stage[];
  /** Trained numbers of those stages. */
  readonly weights: number;
}

/** The form of inputs that an architecture takes. */
export const formOf = ({ form }: Architecture, settings: SizeSettings): Form => form?.(settings) ?? vectorForm;

/**
 * Fits a task and a network together: a network that takes any number of features takes the task's own, and a stream as wide as
 * the network gets as many. **Throws** Error where the task makes nothing of the form, which a question is asked beforehand.
 */
export const entryOf = (net: Architecture, settings: SizeSettings & { readonly features?: number }, task: Task): Entry => {
  const form = formOf(net, settings);
  const layout = layoutOf(task, form);
  if (isClash(layout)) throw new Error(layout.problem);
  const places = placesOf(form);
  const { features: own, symbols, reads } = layout;
  const wanted = settings.features === undefined ? settings.width : settings.features / places;
  const units = own === null || net.isStream === true ? wanted : own;
  const marks = net.isOrderBlind === true ? [markPlaces({ places, units })] : [];
  const markWeights = net.isOrderBlind === true ? places * units : 0;
  const to = { form, features: places * units, reads };
  if (symbols !== null) {
    const stages = [embed({ symbols, units }), ...marks];
    return { ...to, drawn: places, stages, weights: symbols * units + markWeights };
  }
  if (own === null || own === units) return { ...to, drawn: places * units, stages: [], weights: 0 };
  const stages = [project({ from: own, to: units }), ...marks];
  return { ...to, drawn: places * own, stages, weights: own * units + markWeights };
};
