import { applies, netsTaking, rowsOf, type Scope, tasksTaking } from '../experiment/applicable.ts';
import { scopeAlong } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { type Key, keyOf, keys } from '../experiment/keys.ts';
import { foldName } from '../parts/shelf.ts';
import { printAxis } from './print-query.ts';
import { printValue } from './print-value.ts';
import type { Side } from './read-side.ts';
import * as wording from './wording/index.ts';

/**
 * Keys that were named and mean nothing: to any of the architectures or tasks at hand, such as a kernel of an mlp, or without the
 * number that they say more about.
 */
export const findInapplicable = (side: Side, base: Experiment): readonly Issue[] => {
  const scope = scopeAlong({ ...base, ...side.said }, side.axes);
  return keys
    .filter(({ field }) => isNamed(field, side))
    .flatMap((key) => {
      if (!applies(key.field, scope)) return [meansNothing(key, side, scope)];
      const spelling = foldName(side.spelled[key.field] ?? '');
      const rows = Object.entries(key.rowAliases ?? {}).find(([alias]) => foldName(alias) === spelling)?.[1];
      if (rows !== undefined && !scope.nets.some((net) => rowsOf(net) === rows))
        return [
          wording.otherRows(key, valueGiven(key, side), { spelling: side.spelled[key.field] ?? '', rows, nets: scope.nets }),
        ];
      return isAlone(key, side, base) ? [wording.speaksOfNothing(key, valueGiven(key, side), keyOf[key.speaksOf])] : [];
    });
};

const meansNothing = (key: Key, side: Side, { nets, tasks }: Scope): Issue => {
  const taking = netsTaking(key.field);
  return taking.some((net) => nets.includes(net))
    ? wording.meansNothing(key, valueGiven(key, side), { field: 'task', given: tasks, taking: tasksTaking(key.field) })
    : wording.meansNothing(key, valueGiven(key, side), { field: 'net', given: nets, taking });
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

const valueGiven = (key: Key, { said, axes }: Side): string => {
  const axis = axes.find((one) => one.key === key.field);
  return axis === undefined ? printValue(keyOf[key.field], said[key.field] ?? key.default) : printAxis(key, axis);
};
