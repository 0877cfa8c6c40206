import { applies, netsTaking } from '../experiment/applicable.ts';
import { listedNets } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { type Key, keyOf, keys } from '../experiment/keys.ts';
import { printValue } from './print-value.ts';
import type { Side } from './read-side.ts';
import * as wording from './wording/index.ts';

/**
 * Keys that were named and mean nothing: to any of the architectures at hand, such as a kernel of an mlp, or without the number
 * that they say more about.
 */
export const findInapplicable = (side: Side, base: Experiment): readonly Issue[] => {
  const nets = listedNets(side.axes) ?? [(side.said.net ?? base.net).name];
  return keys
    .filter(({ field }) => isNamed(field, side))
    .flatMap((key) => {
      if (!nets.some((net) => applies(key.field, net)))
        return [wording.meansNothing(key, valueGiven(key, side), nets, netsTaking(key.field))];
      return isAlone(key, side, base) ? [wording.speaksOfNothing(key, valueGiven(key, side), keyOf[key.speaksOf])] : [];
    });
};

const isNamed = (field: keyof Experiment, { said, axes }: Side): boolean =>
  field in said || axes.some(({ key }) => key === field);

/** Whether it says more about a number that is not there. */
const isAlone = (key: Key, side: Side, base: Experiment): key is Key & { readonly speaksOf: keyof Experiment } => {
  const { speaksOf } = key;
  // a number that was given and not understood is no missing one
  const isGiven = side.axes.some((axis) => axis.key === speaksOf) || side.issues.some(({ field }) => field === speaksOf);
  if (speaksOf === undefined || isGiven) return false;
  return { ...base, ...side.said }[speaksOf] === null;
};

const valueGiven = (key: Key, { said, axes }: Side): string =>
  axes.find((axis) => axis.key === key.field)?.values[0] ?? printValue(keyOf[key.field], said[key.field] ?? key.default);
