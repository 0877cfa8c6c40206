import * as shelf from '../traps/index.ts';
import type { Trap, TrapFinding } from '../traps/trap.ts';
import { advisers } from './advisers.ts';
import { isTooLarge } from './consultation.ts';
import type { JudgedChain } from './judge-chains.ts';
import type { ModelAdvice } from './probe-report.ts';
import type { Passed } from './run-pass.ts';

/** How many pieces of advice are worth reading. */
const most = 3;

/** Changes to the layers of the way that was judged: traps that stand in it first, then what the kind of verdict asks for. */
export const adviseModel = (judged: JudgedChain, passed: Passed, traps: readonly TrapFinding[]): readonly ModelAdvice[] => {
  const { kind } = judged.verdict;
  if (kind === 'healthy') return [];
  const consultation = { ...judged, passed };
  const [trapped, advised] = [adviseOnTraps(judged, traps), advisers[kind](consultation)];
  return (areTrapsTheCause(judged) ? [...trapped, ...advised] : [...advised, ...trapped]).slice(0, most);
};

/** A factor per layer below which no trap of the shelf is to blame alone. */
const leastOfTraps = 0.6;

/** Traps cost a quarter of the squared gradient per layer, or the memory of a cell; what is lost beyond that has another cause. */
const areTrapsTheCause = ({ followed, symptoms: { activationFactor, weightFactor } }: JudgedChain): boolean =>
  followed.recurrent !== null || activationFactor * weightFactor > leastOfTraps;

/** One piece of advice per trap, which names the first layer that is in it and counts the others. */
const adviseOnTraps = (judged: JudgedChain, traps: readonly TrapFinding[]): readonly ModelAdvice[] => {
  const { layers, readout, recurrent } = judged.followed;
  const names = new Set([...layers, ...(readout === null ? [] : [readout])].map(({ name }) => name));
  const here = traps
    .filter(({ layer }) => names.has(layer) || recurrent?.split(' ')[0] === layer)
    .filter(({ trap }) => !(isTooLarge(judged) && trapNamed(trap)?.isLossy))
    .sort((one, other) => (trapNamed(one.trap)?.precedence ?? 0) - (trapNamed(other.trap)?.precedence ?? 0));
  const first = here.filter(({ trap }, index) => here.findIndex((other) => other.trap === trap) === index);
  return first.map(({ trap, layer, problem, change, expected }) => {
    const others = here.filter((other) => other.trap === trap).length - 1;
    return {
      layer,
      change: others === 0 ? change : `${change}; the same in ${others} more ${others === 1 ? 'layer' : 'layers'}`,
      why: problem,
      expected,
    };
  });
};

const trapNamed = (name: string): Trap | undefined => Object.values<Trap>(shelf).find((trap) => trap.name === name);
