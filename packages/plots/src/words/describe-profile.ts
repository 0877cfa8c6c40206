import type { LayerMeasurement, Report } from '@vanish/core';
import { layerWord } from './layer-word.ts';
import { type Lost, lostNetworks } from './lost-networks.ts';
import { powerOfTen, signed } from './numbers.ts';
import { runsOf, wordRuns } from './runs.ts';
import { decadesPerLayer } from './slope.ts';

/** The profile in words: from the last layer to the first, the slope, theory's opinion, and what is zero or not finite. */
export const describeProfile = (report: Report): readonly string[] => [
  `Line chart of the gradient's size per ${layerWord(report)}, on a logarithmic scale. ${course(report)}`,
  ...agreement(report),
  ...losses(report),
];

const course = (report: Report): string => {
  const { layers, decadesPerLayer: slope } = report.measured;
  const present = layers.filter(({ signal }) => signal.log10Rms !== null);
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined) return 'No layer has a gradient that is an ordinary number.';
  if (present.length === 1) return `The gradient is ${size(first)} at ${first.name}.`;
  const change = (first.signal.log10Rms ?? 0) - (last.signal.log10Rms ?? 0);
  const verb = Math.abs(change) < 0.05 ? 'stays at' : change < 0 ? 'falls to' : 'grows to';
  const interval =
    slope.low === null || slope.high === null ? '' : ` (95 % interval ${signed(slope.low)} to ${signed(slope.high)})`;
  const perLayer = slope.value === null ? '' : `: ${signed(slope.value)} decades per ${layerWord(report)}${interval}`;
  return `From ${size(last)} at ${last.name}, nearest the loss, it ${verb} ${size(first)} at ${first.name}${perLayer}.`;
};

const size = ({ signal }: LayerMeasurement): string => powerOfTen(signal.log10Rms ?? 0);

const agreement = (report: Report): readonly string[] => {
  const { theory, measured } = report;
  if (theory === null) return [`There is no theory for ${report.theoryMissing ?? 'this network'}.`];
  if (!theory.layers.some(({ log10Rms }) => Number.isFinite(log10Rms))) return ['Theory predicts no ordinary number either.'];
  const differences = theory.layers.flatMap(({ log10Rms }, index) => {
    const seen = measured.layers[index]?.signal.log10Rms ?? null;
    return seen === null || !Number.isFinite(log10Rms) ? [] : [Math.abs(log10Rms - seen)];
  });
  const slope = decadesPerLayer(theory);
  const predicts =
    slope === null
      ? 'Theory is drawn as a dashed line'
      : `Theory, dashed, predicts ${signed(slope)} decades per ${layerWord(report)}`;
  if (differences.length === 0) return [`${predicts}.`];
  return [
    `${predicts} and is never further than ${powerOfTen(Math.log10(Math.max(...differences, 0.001)))} decades from the measurement.`,
  ];
};

const losses = (report: Report): readonly string[] => {
  const { layers, float32ZeroFrom } = report.measured;
  const lost = layers.map((layer) => lostNetworks(layer, report.experiment.seeds));
  const where = (field: keyof Lost, words: string): readonly string[] => {
    const runs = runsOf(lost.map((layer) => layer[field] > 0));
    const whole = lost.every((layer) => layer[field] === 0 || layer[field] === 1) ? '' : ' in some of the networks';
    return runs.length === 0 ? [] : [`The gradient is ${words} at ${wordRuns(runs, layerWord(report))}${whole}.`];
  };
  const below = float32ZeroFrom === null ? [] : [`Float32 training would see zero from ${float32ZeroFrom} down to the input.`];
  return [...where('zero', 'exactly zero'), ...where('broken', 'NaN or infinite'), ...below];
};
