import { mean, standardDeviation } from '../../numbers/statistics.ts';
import type { Activation } from '../../parts/activations/activation.ts';
import { linear } from '../../parts/activations/linear.ts';
import { relu } from '../../parts/activations/relu.ts';
import { tanh } from '../../parts/activations/tanh.ts';
import { lecunNormal } from '../../parts/initializers/lecun-normal.ts';
import { orthogonal } from '../../parts/initializers/orthogonal.ts';
import { pairsWith } from '../../parts/tasks/pairs.ts';
import { gaussianAverages } from '../../theory/averages.ts';
import type { Prediction } from '../../theory/prediction.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import { inTurn } from '../in-turn.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { logRatios } from '../signals.ts';

/** How far single networks of finite width scatter around theory. */
export const p12: RunnableClaim = {
  id: 'P12',
  claim:
    'Var ln(|d_0|²/|d_L|²) ≈ κL/n with mean shift −κL/(2n), κ = 3μ₂/μ₁² − 1 for Gaussian and 3(μ₂/μ₁² − 1) for orthogonal weights.',
  source: 'derived for this project; contains κ = 5 for ReLU (Hanin & Nica 2018, 1812.05994)',
  takes: 'measuring',
  run: (laboratory) => inTurn(settings, (setting) => compareFluctuations(laboratory, setting)),
};

interface Setting {
  readonly activation: Activation;
  readonly isOrthogonal: boolean;
  /** κ as tabulated. */
  readonly printed: string;
}

const settings: readonly Setting[] = [
  { activation: linear, isOrthogonal: false, printed: '2.000' },
  { activation: linear, isOrthogonal: true, printed: '0.000' },
  { activation: relu, isOrthogonal: false, printed: '5.000' },
  { activation: relu, isOrthogonal: true, printed: '3.000' },
  { activation: tanh, isOrthogonal: false, printed: '2.90' },
  { activation: tanh, isOrthogonal: true, printed: '0.90' },
];

const [width, backPropagated] = [100, 20];

const compareFluctuations = async (
  laboratory: Laboratory,
  { activation, isOrthogonal, printed }: Setting,
): Promise<Comparison[]> => {
  const net = criticalNet(activation, isOrthogonal);
  const prediction = laboratory.predict(net);
  const kappa = (logVariance(prediction) * width) / backPropagated;
  const logs = logRatios(await laboratory.measure(net), 1, backPropagated + 1);
  const name = `${activation.name}, ${isOrthogonal ? 'orthogonal' : 'normal'} weights`;
  const variance: Comparison = {
    quantity: `n/L · Var ln |d_0|²/|d_L|², ${name}`,
    expected: kappa,
    measured: (standardDeviation(logs) ** 2 * width) / backPropagated,
    ...varianceTolerance(activation, kappa),
  };
  const shift: Comparison = {
    quantity: `mean ln |d_0|²/|d_L|², ${name}`,
    expected: (-kappa * backPropagated) / (2 * width),
    measured: mean(logs),
    // three standard errors; 1e-5 per layer of float32 where nothing fluctuates
    tolerance: 3 * Math.sqrt((kappa * backPropagated) / (width * net.seeds)) + 1e-5 * backPropagated,
    toleranceKind: 'absolute',
  };
  // in saturating units q fluctuates too and moves the mean
  return [asPrinted(`theory: κ, ${name}`, printed, kappa), variance, ...(activation.isScaleInvariant ? [shift] : [])];
};

/** χ₁ = 1 exactly; tanh at q = 0.5 on its critical line. */
const criticalNet = (activation: Activation, isOrthogonal: boolean): PlainNet => {
  const { secondMoment, slopeSecondMoment } = gaussianAverages(activation);
  const q = 0.5;
  const gain = 1 / slopeSecondMoment(q);
  const bias = activation.isScaleInvariant ? 0 : q - gain * secondMoment(q);
  const task = pairsWith({ correlation: 0, secondMoment: (q - bias) / gain });
  const initializer = isOrthogonal ? orthogonal : lecunNormal;
  // a variance over 1,000 networks is known to √(2/1000) = 4.5 %
  const seeds = 1000;
  return { activation, initializer, gain, bias, task, depth: backPropagated + 1, width, seeds };
};

/** Var ln(|d_1|²/|d_{L+1}|²) as theory has it. */
const logVariance = ({ layers }: Prediction): number => ((layers[0]?.sd ?? Number.NaN) * 2 * Math.LN10) ** 2;

const varianceTolerance = (activation: Activation, kappa: number): Pick<Comparison, 'tolerance' | 'toleranceKind'> => {
  if (kappa < 1e-9) return { tolerance: 1e-6, toleranceKind: 'absolute' };
  // saturating units scatter up to 40 % more, because q itself fluctuates
  return { tolerance: activation.isScaleInvariant ? 0.15 : 0.4, toleranceKind: 'relative' };
};
