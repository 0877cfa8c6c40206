import { mean } from '../../numbers/statistics.ts';
import type { Activation } from '../../parts/activations/activation.ts';
import { hardSigmoid } from '../../parts/activations/hard-sigmoid.ts';
import { sigmoid } from '../../parts/activations/sigmoid.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import type { Architecture } from '../../parts/architectures/architecture.ts';
import { gru } from '../../parts/architectures/gru.ts';
import { lstm } from '../../parts/architectures/lstm.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { logRatios, meanSquareRatio } from '../signals.ts';

/** The gradient along the cell is a product of forget gates, and so is what frameworks start with. */
export const p20: RunnableClaim = {
  id: 'P20',
  claim:
    'The cell path of an LSTM passes ∏ f_t: without weights sigm(b)^T, 0.5^T as TensorFlow.js starts it (hard sigmoid, no forget bias) and 0.7^T with a forget bias of 1; gates driven by inputs pass E f² per step of the square. A GRU without weights passes 0.5^T.',
  source: 'Hochreiter & Schmidhuber 1997; Gers 2000; Jozefowicz et al. 2015',
  takes: 'measuring',
  run: async (laboratory) => {
    const comparisons: Comparison[] = [];
    for (const still of stills) comparisons.push(await compareStill(laboratory, still));
    for (const driven of drivens) comparisons.push(await compareDriven(laboratory, driven));
    return comparisons;
  },
};

interface Still {
  readonly name: string;
  readonly net: Architecture;
  readonly gate: Activation;
  readonly forget: number;
  /** What one step passes. */
  readonly passed: number;
}

const stills: readonly Still[] = [
  { name: 'LSTM, b_f = 0', net: lstm, gate: sigmoid, forget: 0, passed: 0.5 },
  { name: 'LSTM, b_f = 1', net: lstm, gate: sigmoid, forget: 1, passed: sigmoid.value(1) },
  { name: 'LSTM, b_f = 5', net: lstm, gate: sigmoid, forget: 5, passed: sigmoid.value(5) },
  { name: 'LSTM as TensorFlow.js starts it', net: lstm, gate: hardSigmoid, forget: 0, passed: 0.5 },
  { name: 'LSTM as TensorFlow.js starts it, with a unit forget bias', net: lstm, gate: hardSigmoid, forget: 1, passed: 0.7 },
  { name: 'GRU', net: gru, gate: sigmoid, forget: 0, passed: 0.5 },
];

const compareStill = async (laboratory: Laboratory, { name, net, gate, forget, passed }: Still): Promise<Comparison> => {
  const parts = { net, gate, forget, input: 0 };
  const profile = await laboratory.measure({ activation: tanh, gain: 0, depth: 101, width: 64, seeds: 2, parts });
  return {
    quantity: `ln|∂c_T/∂c_0|, T = 100, weights 0, ${name}`,
    expected: 100 * Math.log(passed),
    measured: mean(logRatios(profile, 1, 101)) / 2,
    // an accumulated log of 69 is a float32 with steps of 8e-6, rounded a hundred times
    tolerance: 1e-4,
    toleranceKind: 'absolute',
  };
};

interface Driven {
  readonly forget: number;
  /** E sigm²(b + z) over z ~ N(0, 1). */
  readonly expected: number;
}

const drivens: readonly Driven[] = [
  { forget: 0, expected: 0.2934 },
  { forget: 1, expected: 0.5188 },
];

const compareDriven = async (laboratory: Laboratory, { forget, expected }: Driven): Promise<Comparison> => {
  const net: PlainNet = {
    ...{ activation: tanh, gain: 0, depth: 21, width: 64, seeds: 400 },
    parts: { net: lstm, forget, input: 1 },
  };
  return {
    quantity: `(E ∏ f²)^(1/T), T = 20, gates driven by N(0, 1), b_f = ${forget}`,
    expected,
    measured: meanSquareRatio(await laboratory.measure(net), 1, 21) ** (1 / 20),
    tolerance: 0.01,
    toleranceKind: 'relative',
  };
};
