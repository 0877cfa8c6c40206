import type { Treatment } from './study-report.ts';

/** Cures before what only helps; what a cure changes counts more than its last tenth of a decade. */
export const bestFirst = (one: Treatment, other: Treatment): number =>
  rankOf(one) - rankOf(other) ||
  (one.effect === 'cures'
    ? sizeOf(one) - sizeOf(other) || steepness(one) - steepness(other)
    : steepness(one) - steepness(other) || sizeOf(one) - sizeOf(other));

const order: readonly Treatment['effect'][] = ['cures', 'helps', 'shows in training', 'changes nothing', 'makes it worse'];

const rankOf = ({ effect }: Treatment): number => order.indexOf(effect);

const sizeOf = ({ changes }: Treatment): number => changes.length;

/** Tenths of a decade over all layers. */
const steepness = ({ decades }: Treatment): number =>
  decades === null ? Number.MAX_SAFE_INTEGER : Math.round(10 * Math.abs(decades));
