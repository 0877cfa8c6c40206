import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { TrapFinding } from '../traps/trap.ts';
import { adviseModel } from './advise-model.ts';
import { followChains, followMemories } from './follow-chains.ts';
import { areAlike, type Followed, type JudgedChain, judgeChains, profileOf } from './judge-chains.ts';
import type { ModelVerdict, ProbedLayer, ProbedProfile, ProbeReport } from './probe-report.ts';
import type { Passed } from './run-pass.ts';

/** A pass and its traps as the report that people read. */
export const writeReport = (tf: TensorFlow, model: string, passed: Passed, traps: readonly TrapFinding[]): ProbeReport => {
  const chains = followChains(passed);
  const judged = judgeChains(chains, passed);
  return Object.freeze({
    version: 1,
    kind: 'probe',
    model,
    engine: tf.getBackend(),
    measured: writeProfile(passed, chains[0] as Followed),
    memories: followMemories(passed).map((followed) => ({
      layer: followed.recurrent ?? '',
      measured: profileOf(followed, passed.loss),
    })),
    chains: judged.map(({ chain }) => chain),
    verdict: writeVerdict(judged, passed, traps),
    traps,
  });
};

/** All rows, the only output apart; the slope is that of the longest way. */
const writeProfile = (passed: Passed, longest: Followed): ProbedProfile => {
  const ends = new Set(passed.chains.map((chain) => chain.at(-1)));
  const [end] = ends;
  const readout = ends.size === 1 && passed.layers.length > 1 ? (passed.layers[end as number] ?? null) : null;
  const layers = passed.layers.filter((layer) => layer !== readout).map((layer, index): ProbedLayer => ({ ...layer, index }));
  return { ...profileOf(longest, Number.isFinite(passed.loss) ? passed.loss : null), layers, readout };
};

const writeVerdict = (judged: readonly JudgedChain[], passed: Passed, traps: readonly TrapFinding[]): ModelVerdict => {
  const [worst] = judged as readonly [JudgedChain, ...JudgedChain[]];
  return Object.freeze({
    ...worst.verdict,
    // steps of time are not moved, the layers of the longest way are
    update: (judged.find(({ chain }) => chain.recurrent === null) ?? worst).verdict.update,
    evidence: [...worst.verdict.evidence, ...wayFacts(judged), ...layerFacts(passed.layers)],
    advice: adviseModel(worst, passed, traps),
  });
};

/** Which way was judged, where there are several, and how its layers were compared. */
const wayFacts = ([worst, ...others]: readonly JudgedChain[]): readonly string[] => {
  const { recurrent, layers } = (worst as JudgedChain).followed;
  const [first, last] = [layers[0]?.name ?? '', layers.at(-1)?.name ?? ''];
  const way = recurrent === null ? `the way from ${first} to ${last}` : `the steps of ${recurrent}`;
  const kinds = others.map(({ chain }) => `${chain.recurrent ?? chain.rows[0] ?? ''}: ${chain.kind}`);
  return [
    ...(others.length === 0
      ? []
      : [`this is the worst of ${others.length + 1} ways, ${way}; the others are ${kinds.join(', ')}`]),
    ...(areAlike(layers) ? [] : ['layers differ in size, so they are compared by the norm over all units and not per unit']),
  ];
};

/** What stands beside any way: layers cut off, frozen, or with weights that no gradient reaches. */
const layerFacts = (layers: readonly ProbedLayer[]): readonly string[] => [
  ...layers
    .filter(({ isConnected }) => !isConnected)
    .map(({ name }) => `${name} is detached: there is no way from it to the loss`),
  ...layers.filter(({ isFrozen }) => isFrozen).map(({ name }) => `${name} is frozen: its gradient is measured, no step moves it`),
];
