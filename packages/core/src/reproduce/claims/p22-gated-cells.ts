import { fillPhilox } from '../../numbers/philox.ts';
import { normalsFrom } from '../../numbers/sixteen-bits.ts';
import { mean } from '../../numbers/statistics.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import { gru } from '../../parts/architectures/gru.ts';
import { lstm } from '../../parts/architectures/lstm.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import { inTurn } from '../in-turn.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { factorPerLayer, predictedRatio } from '../signals.ts';

/** What gated cells do to the squared gradient, with fresh weights for every step and with the same. */
export const p22: RunnableClaim = {
  id: 'P22',
  claim:
    'With fresh weights at every step the squared gradient of LSTM and GRU follows their mean-field transfer maps; with one W for all steps paths add up and the factor is larger, μ² = ā² + s² + √(4ā²s² + V²) in the bare model.',
  source:
    'Chen, Pennington & Schoenholz 2018, 1806.05394; Gilboa et al. 2019, 1901.08987; maps and closed form of tied weights derived for this project',
  takes: 'measuring',
  run: async (laboratory) => [...(await inTurn(settings, (setting) => compareCell(laboratory, setting))), bareModel()],
};

interface Setting {
  readonly name: string;
  readonly net: Partial<PlainNet['parts']>;
  readonly gain: number;
  /** The factor as tabulated; null: what the closed form gives for this cell. */
  readonly printed: string | null;
  readonly tolerance: number;
}

const untied = { tied: false } as const;

const settings: readonly Setting[] = [
  {
    name: 'LSTM (1, 0.25, 1), untied',
    net: { net: lstm, input: 0.25, ...untied },
    gain: 1,
    printed: '0.573467',
    tolerance: 0.02,
  },
  { name: 'GRU (1, 0.25), untied', net: { net: gru, input: 0.25, ...untied }, gain: 1, printed: null, tolerance: 0.02 },
  { name: 'LSTM (1, 0.25, 1)', net: { net: lstm, input: 0.25 }, gain: 1, printed: null, tolerance: 0.04 },
  { name: 'LSTM (0.25, 0.25, 1)', net: { net: lstm, input: 0.25 }, gain: 0.25, printed: null, tolerance: 0.04 },
  // theory ignores what the cell remembers
  { name: 'LSTM (1, 1, 4)', net: { net: lstm, input: 1, forget: 4 }, gain: 1, printed: null, tolerance: 0.06 },
  { name: 'GRU (1, 0.25)', net: { net: gru, input: 0.25 }, gain: 1, printed: null, tolerance: 0.02 },
];

const compareCell = async (laboratory: Laboratory, setting: Setting): Promise<readonly Comparison[]> => {
  const { name, net: parts, gain, printed, tolerance } = setting;
  const isTied = parts?.tied ?? true;
  const [depth, from, to] = isTied ? [141, 15, 135] : [61, 15, 55];
  const net: PlainNet = { activation: tanh, gain, depth, width: isTied ? 400 : 200, seeds: 6, parts: parts ?? {} };
  const expected = predictedRatio(laboratory.predict(net), from, to) ** (1 / (to - from));
  const quantity = `factor of |g|² per step, ${name}`;
  return [
    ...(printed === null ? [] : [asPrinted(`theory: ${quantity}`, printed, expected)]),
    {
      quantity,
      expected,
      measured: factorPerLayer(await laboratory.measure(net), from, to),
      tolerance,
      toleranceKind: 'relative',
    },
  ];
};

const [units, networks, steps] = [500, 4, 120];
const [keptMean, keptSpread, fedMean, fedSpread] = [0.6, 0.2, 0.3, 0.1];

/** v ← a ⊙ v + Wᵀ(b ⊙ v), a and b fresh at every step and one W: measured against its closed form. */
const bareModel = (): Comparison => {
  const V = keptSpread ** 2 + fedSpread ** 2;
  return {
    quantity: 'factor of |v|² per step, bare model, ā = 0.6 ± 0.2, b̄ = 0.3 ± 0.1, σ = 1',
    expected: keptMean ** 2 + fedMean ** 2 + Math.sqrt(4 * keptMean ** 2 * fedMean ** 2 + V ** 2),
    measured: Math.exp(mean(Array.from({ length: networks }, (_, network) => bareRate(network)))),
    tolerance: 0.02,
    toleranceKind: 'relative',
  };
};

/** ln of the factor per step of |v|², without the first sixth of the steps. */
const bareRate = (network: number): number => {
  const draw = normalStreams(network);
  const W = draw(units * units);
  let v = Float64Array.from(draw(units));
  let logSquare = 0;
  const start = steps / 6;
  for (let step = 0; step < steps; step += 1) {
    v = bareStep(W, v, draw(units), draw(units));
    const square = v.reduce((sum, entry) => sum + entry * entry, 0);
    v = v.map((entry) => entry / Math.sqrt(square));
    if (step >= start) logSquare += Math.log(square);
  }
  return logSquare / (steps - start);
};

const bareStep = (W: Float32Array, v: Float64Array, kept: Float32Array, fed: Float32Array): Float64Array<ArrayBuffer> => {
  const next = v.map((entry, unit) => (keptMean + keptSpread * (kept[unit] as number)) * entry);
  for (let unit = 0; unit < units; unit += 1) {
    const signal = ((fedMean + fedSpread * (fed[unit] as number)) * (v[unit] as number)) / Math.sqrt(units);
    for (let input = 0; input < units; input += 1)
      next[input] = (next[input] as number) + signal * (W[unit * units + input] as number);
  }
  return next as Float64Array<ArrayBuffer>;
};

/** Normal numbers of one network: each call reads its next stream. */
const normalStreams = (network: number): ((count: number) => Float32Array) => {
  let stream = 0;
  return (count) => {
    const words = new Uint32Array(4 * Math.ceil(count / 8));
    fillPhilox(words, { key: [stream, network], counter: [0, 0, 0, 0] });
    stream += 1;
    return normalsFrom(words).subarray(0, count);
  };
};
