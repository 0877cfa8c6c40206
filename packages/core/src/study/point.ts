import type { Experiment } from '../experiment/experiment.ts';
import type { GradientProfile, MeasuredSize } from '../measure/gradient-profile.ts';
import type { TrainingRecord } from '../measure/training/training-record.ts';
import { leastSquaresSlope } from '../numbers/statistics.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { printNetwork } from '../query/print-query.ts';
import { predictLimit, predictSignal } from '../theory/predict.ts';
import { diagnose } from '../verdict/appraise.ts';
import { atTheEnd } from '../verdict/progress.ts';
import { observeSymptoms } from '../verdict/symptoms.ts';
import { explodingDecades, vanishingDecades } from '../verdict/thresholds.ts';
import type { TrainingVerdict } from '../verdict/training-verdict.ts';
import type { VerdictKind } from '../verdict/verdict.ts';

/** What of a network's answer becomes a dot on a curve or a map. */
export interface Point {
  /** Asks for the whole answer. */
  readonly query: string;
  readonly kind: VerdictKind;
  /** Whether the signal reaches the first layer well enough to train on: `healthy`, or `borderline` with the mean on the right side. */
  readonly isTrainable: boolean;
  /** Slope of log₁₀ RMS of the signal per layer towards the input: negative = vanishing. 95 % interval over networks. */
  readonly decadesPerLayer: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** Decades between the last and the first layer, negative = vanishing; null where one of them is zero or not finite. */
  readonly decades: number | null;
  /** The signal at the first layer. */
  readonly firstSignal: MeasuredSize;
  /** The same by theory; null where there is none. */
  readonly theory: {
    readonly decadesPerLayer: number | null;
    readonly decades: number | null;
    /** log₁₀ RMS */
    readonly firstSignal: number | null;
    readonly chi: number | null;
    /** ξ. **Unit** layers */
    readonly depthScale: number | null;
  } | null;
  /** What training came to; null where the question does not train. */
  readonly training: {
    readonly outcome: TrainingVerdict['outcome'];
    /** Mean over the last tenth of the steps and over networks; null where it is not finite. */
    readonly loss: number | null;
    readonly sd: number | null;
    readonly accuracy: number | null;
    readonly chanceLoss: number | null;
  } | null;
}

/** Whether a network learned, and not in part alone; one that is not trained, whether its signal arrives. */
export const passes = (point: Point | null): boolean => {
  if (point === null) return false;
  return point.training === null ? point.isTrainable : point.training.outcome === 'learned';
};

/** A network that was measured, and trained perhaps. */
export interface Seen {
  readonly experiment: Experiment;
  readonly blueprint: Blueprint;
  readonly measured: GradientProfile;
  /** Null where it is not trained. */
  readonly training: { readonly record: TrainingRecord; readonly outcome: TrainingVerdict['outcome'] } | null;
}

/** Boils an answer down to a dot. */
export const pointOf = ({ experiment, blueprint, measured, training }: Seen): Point => {
  const symptoms = observeSymptoms(measured, null);
  const { kind } = diagnose(symptoms);
  const decades = symptoms.decades?.value ?? null;
  return Object.freeze({
    query: printNetwork(experiment),
    kind,
    isTrainable: kind === 'healthy' || (kind === 'borderline' && decades !== null && isPassable(decades)),
    decadesPerLayer: measured.decadesPerLayer,
    decades,
    firstSignal: symptoms.first.signal,
    theory: expectedOf(blueprint),
    training: training === null ? null : cameTo(training),
  });
};

/** Two networks alone leave so wide an interval that nothing lies clearly beyond a limit: their mean decides. */
const isPassable = (decades: number): boolean => decades > -vanishingDecades && decades < explodingDecades;

const expectedOf = (blueprint: Blueprint): Point['theory'] => {
  const signal = predictSignal(blueprint);
  if (signal === null) return null;
  const limit = predictLimit(blueprint);
  const [first = Number.NaN, last = Number.NaN] = [signal[0], signal.at(-1)];
  const slope = leastSquaresSlope(signal.map((y, index) => ({ x: -index, y })));
  return {
    decadesPerLayer: finite(slope),
    decades: signal.length > 1 ? finite(first - last) : null,
    firstSignal: finite(first),
    chi: limit?.chi1 ?? null,
    depthScale: limit?.gradientDepthScale ?? null,
  };
};

const cameTo = ({ record, outcome }: NonNullable<Seen['training']>): Point['training'] => {
  const { loss, accuracy, steps } = atTheEnd(record);
  return {
    outcome,
    loss: finite(loss),
    sd: steps.at(-1)?.loss.sd ?? null,
    accuracy: finite(accuracy),
    chanceLoss: record.chanceLoss,
  };
};

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
