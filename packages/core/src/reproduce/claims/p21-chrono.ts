import { normalRule } from '../../numbers/gauss-legendre.ts';
import { normalDistribution } from '../../numbers/normal.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import { lstm } from '../../parts/architectures/lstm.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import { inTurn } from '../in-turn.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { meanSquareRatio } from '../signals.ts';

/** Chrono initialisation spreads the memories of an LSTM's units. */
export const p21: RunnableClaim = {
  id: 'P21',
  claim:
    'Chrono initialisation b_f = ln U(1, T_max − 1), b_i = −b_f spreads memories up to T_max: E fᵗ is still about 0.15 at t = T_max.',
  source: 'Tallec & Ollivier 2018, 1804.11188',
  takes: 'measuring',
  run: (laboratory) => inTurn(settings, (setting) => compareMemory(laboratory, setting)),
};

interface Setting {
  readonly longest: number;
  readonly time: number;
  readonly printed: string;
}

const settings: readonly Setting[] = [
  { longest: 100, time: 10, printed: '0.732589' },
  { longest: 100, time: 100, printed: '0.149648' },
  { longest: 1000, time: 100, printed: '0.723539' },
  { longest: 1000, time: 1000, printed: '0.148609' },
];

const compareMemory = async (laboratory: Laboratory, { longest, time, printed }: Setting): Promise<readonly Comparison[]> => {
  // a squared gradient over t/2 steps is E fᵗ
  const steps = time / 2;
  const net: PlainNet = {
    ...{ activation: tanh, gain: 0, depth: steps + 1, width: 128, seeds: 32, batch: 4 },
    parts: { net: lstm, chrono: longest, input: 0 },
  };
  const name = `t = ${time}, T_max = ${longest}`;
  return [
    asPrinted(`quadrature: E fᵗ, ${name}`, printed, memoryLeft(longest, time)),
    {
      quantity: `E fᵗ, ${name}`,
      expected: Number(printed),
      measured: meanSquareRatio(await laboratory.measure(net), 1, steps + 1),
      // three standard errors: fᵗ of 4,096 units scatters by less than 0.25, seen along four random directions each
      tolerance: 0.02,
      toleranceKind: 'absolute',
    },
  ];
};

/** E (u / (1 + u))ᵗ over u ~ U(1, T_max − 1), a uniform number being the distribution function of a normal one. */
const memoryLeft = (longest: number, time: number): number => {
  const { nodes, weights } = normalRule([]);
  return nodes.reduce((sum, node, index) => {
    const u = 1 + (longest - 2) * normalDistribution(node);
    return sum + (weights[index] as number) * (u / (1 + u)) ** time;
  }, 0);
};
