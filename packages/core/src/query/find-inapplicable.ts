import { applies, netsTaking } from '../experiment/applicable.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf, keys } from '../experiment/keys.ts';
import type { Axis } from '../experiment/question.ts';
import { printValue } from './print-value.ts';
import type { Side } from './read-side.ts';
import * as wording from './wording/index.ts';

/** Keys that were named and mean nothing to any of the architectures at hand, such as a kernel of an mlp. */
export const findInapplicable = ({ said, axes }: Side, base: Experiment): readonly Issue[] => {
  const listed = listedNets(axes);
  const nets = listed.length > 0 ? listed : [(said.net ?? base.net).name];
  const isSaid = (field: keyof Experiment): boolean => field in said || axes.some(({ key }) => key === field);
  return keys
    .filter(({ field }) => isSaid(field) && !nets.some((net) => applies(field, net)))
    .map((key) => {
      const written = axes.find((axis) => axis.key === key.field)?.values[0];
      const value = written ?? printValue(keyOf[key.field], said[key.field] ?? key.default);
      return wording.meansNothing(key, value, nets, netsTaking(key.field));
    });
};

/** The architectures that a list compares; none where one is asked for. */
export const listedNets = (axes: readonly Axis[]): readonly string[] => axes.find(({ key }) => key === 'net')?.values ?? [];
