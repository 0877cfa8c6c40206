import type { TrapFinding } from '@vanish/core/watch';

/** A trap and all layers that are in it. */
export interface SharedTrap {
  /** What is wrong with the first of them, which tells it of one from another. */
  readonly problem: string;
  /** `d1 and 12 more: what is wrong - what to write` */
  readonly sentence: string;
}

/** Every trap once, with the first layer that is in it. */
export const trapsInWords = (traps: readonly TrapFinding[]): readonly SharedTrap[] =>
  [...new Set(traps.map(({ trap }) => trap))].flatMap((name) => {
    const [first, ...others] = traps.filter(({ trap }) => trap === name);
    if (first === undefined) return [];
    const { layer, problem, change } = first;
    const where = others.length === 0 ? layer : `${layer} and ${others.length} more`;
    return [{ problem, sentence: `${where}: ${problem} - ${change}` }];
  });
