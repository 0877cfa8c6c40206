import type { GradientProfile } from '../measure/gradient-profile.ts';
import type { Prediction } from '../theory/prediction.ts';
import type { Symptoms } from './symptoms.ts';
import { mostlyDead } from './thresholds.ts';
import { counted, percent, powerOfTen, rowNoun, shortNumber } from './words.ts';

/** Facts with numbers, most telling first. `theory` is a prediction, or what there is none for. */
export const gatherEvidence = (
  symptoms: Symptoms,
  profile: GradientProfile,
  theory: Prediction | string | null,
): readonly string[] =>
  [
    slopeFact(profile),
    theoryFact(symptoms, theory),
    underflowFact(symptoms),
    gradientFact(symptoms),
    shareFact('saturated', symptoms.largestSaturated, symptoms.largestSaturated.activation.saturated, 0.05),
    shareFact('dead', symptoms.largestDead, symptoms.largestDead.activation.dead, mostlyDead),
    correlationFact(symptoms),
  ].filter((fact) => fact !== null);

const slopeFact = ({ decadesPerLayer: { value, low, high }, layers }: GradientProfile): string | null => {
  if (value === null) return null;
  const networks = layers[0]?.signalPerSeed.length ?? 0;
  const interval = low === null || high === null ? '' : `, 95 % interval ${signed(low)} to ${signed(high)}`;
  return `signal: ${signed(value)} decades per ${rowNoun(layers[0]?.name ?? '')} towards the input (${counted(networks, 'network')}${interval})`;
};

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** How far a mean over networks may lie from infinite-width theory: its bias, three standard errors, and the reading error of a fitted slope. */
const allowance = (theory: Prediction, networks: number): number => {
  const sd = Math.max(...theory.layers.map((layer) => layer.sd));
  const bias = (sd * sd * 2 * Math.LN10) / 2;
  return bias + (3 * sd) / Math.sqrt(networks) + 0.15;
};

const theoryFact = ({ decades, predictedDecades, first }: Symptoms, theory: Prediction | string | null): string | null => {
  if (typeof theory === 'string') return `no theory to compare with: there is none for ${theory}`;
  if (theory === null || decades === null || predictedDecades === null) return null;
  const difference = Math.abs(decades.value - predictedDecades);
  const numbers = `measured ${signed(decades.value)} decades in all, mean-field theory ${signed(predictedDecades)}`;
  return difference <= Math.max(allowance(theory, first.signalPerSeed.length), 0.05 * Math.abs(predictedDecades))
    ? `as theory predicts: ${numbers}`
    : `not explained by the initialisation alone: ${numbers}${theory.caveat === null ? '' : `; ${theory.caveat}`}`;
};

const underflowFact = ({ float32ZeroFrom, layers }: Symptoms): string | null => {
  if (float32ZeroFrom !== null) return `float32 training sees exactly zero from ${float32ZeroFrom} down to the first layer`;
  const worst = layers.find(({ counts }) => counts.underflow > 0);
  if (worst === undefined) return null;
  return `${percent(worst.counts.underflow / worst.counts.entries)} of the signal at ${worst.name} would underflow float32`;
};

const gradientFact = ({ first, last }: Symptoms): string | null =>
  first.gradient.log10Norm === null || first === last
    ? null
    : `weight gradient: norm ${powerOfTen(first.gradient.log10Norm)} at ${first.name}, ${powerOfTen(last.gradient.log10Norm ?? 0)} at ${last.name}`;

const shareFact = (word: string, { name }: { readonly name: string }, share: number, from: number): string | null =>
  share < from ? null : `${percent(share)} of the units of ${name} are ${word}`;

const correlationFact = ({ last: { activation, name }, depth }: Symptoms): string | null =>
  depth > 1 && activation.correlation !== null && activation.correlation > 0.95
    ? `two different examples look alike at ${name}: correlation ${shortNumber(activation.correlation)}`
    : null;
