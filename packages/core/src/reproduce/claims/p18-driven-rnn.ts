import { tanh } from '../../parts/activations/tanh.ts';
import { rnn } from '../../parts/architectures/rnn.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import { inTurn } from '../in-turn.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { factorPerLayer } from '../signals.ts';

/** A tanh RNN driven by noise, with one W for all steps. */
export const p18: RunnableClaim = {
  id: 'P18',
  claim:
    'A driven tanh RNN multiplies the squared gradient by χ₁ = σ_w² D(q) per step, at q = σ_w² V(q) + σ_in²; that all steps have the same W does not change it.',
  source: 'Chen, Pennington & Schoenholz 2018, 1806.05394',
  takes: 'measuring',
  run: (laboratory) => inTurn(settings, (setting) => compareFactor(laboratory, setting)),
};

interface Setting {
  readonly gain: number;
  readonly input: number;
  readonly printed: string;
}

const settings: readonly Setting[] = [
  { gain: 1, input: 0.25, printed: '0.5799' },
  { gain: 2, input: 0.5, printed: '0.8089' },
  { gain: 4, input: 0.25, printed: '1.272' },
];

const compareFactor = async (laboratory: Laboratory, { gain, input, printed }: Setting): Promise<readonly Comparison[]> => {
  // twice the published number of networks: single ones scatter by 1 % over 35 steps
  const net: PlainNet = { activation: tanh, gain, depth: 80, width: 400, seeds: 12, parts: { net: rnn, input } };
  const name = `σ_w² = ${gain}, σ_in² = ${input}`;
  return [
    asPrinted(`theory: factor of |g|² per step, ${name}`, printed, laboratory.predict(net).chi ?? Number.NaN),
    {
      quantity: `factor of |g|² per step, ${name}`,
      expected: Number(printed),
      measured: factorPerLayer(await laboratory.measure(net), 30, 65),
      tolerance: 0.02,
      toleranceKind: 'relative',
    },
  ];
};
