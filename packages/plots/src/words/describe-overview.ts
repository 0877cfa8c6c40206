import type { LayerMeasurement, Report } from '@vanish/core';
import { isNumber } from '../frame/layer.ts';
import { usualUpdate } from './describe-weights.ts';
import { layerWord } from './layer-word.ts';
import { counted, percent, powerOfTen, signed } from './numbers.ts';
import { decadesPerLayer } from './slope.ts';
import { stuckShare } from './stuck-share.ts';
import { signalSymbol } from './symbols.ts';

/** The overview in words: the ends of every line, in the order in which the panels stand. */
export const describeOverview = (report: Report): readonly string[] => {
  const { layers, decadesPerLayer: slope } = report.measured;
  const word = layerWord(report);
  const symbol = signalSymbol[word];
  const usual = layers.filter(({ update: { log10Ratio } }) => isUsual(log10Ratio)).length;
  const perLayer = slope.value === null ? '' : `, ${signed(slope.value)} decades per ${word}`;
  const back = [...layers].reverse();
  return [
    `Four line charts above each other, per ${word}.`,
    `Forward, the RMS of ${symbol} is ${ends(layers, forwardSize)}; saturated units: ${most(layers, 'saturated')}, dead units: ${most(layers, 'dead')}.`,
    `Backward, the RMS of the gradient is ${ends(back, ({ signal }) => signal.log10Rms)}${perLayer}; the norm of the weight gradient is ${ends(back, ({ gradient }) => gradient.log10Norm)}.`,
    `The first step of ${report.experiment.optimizer.name} relative to the weights is ${ends(back, ({ update }) => update.log10Ratio)}, within the usual 10⁻⁴ to 10⁻¹ at ${usual} of ${counted(layers.length, word)}.`,
    theoryWords(report),
  ];
};

const isUsual = (log10: number | null): boolean => log10 !== null && log10 >= usualUpdate.low && log10 <= usualUpdate.high;

const forwardSize = ({ activation: { preActivationSecondMoment: square } }: LayerMeasurement): number | null =>
  isNumber(square) && square > 0 ? Math.log10(square) / 2 : null;

/** A quantity at the first and the last of some layers: `0.5 at dense 10 and 2.3·10⁻⁹ at dense 1`. */
const ends = (layers: readonly LayerMeasurement[], read: (layer: LayerMeasurement) => number | null): string => {
  const [first, last] = [layers[0], layers.at(-1)];
  if (first === undefined || last === undefined) return 'nowhere to be seen';
  const at = (layer: LayerMeasurement): string => `${size(read(layer))} at ${layer.name}`;
  return first === last ? at(first) : `${at(first)} and ${at(last)}`;
};

const size = (log10: number | null): string => (log10 === null ? 'zero or not finite' : powerOfTen(log10));

const most = (layers: readonly LayerMeasurement[], field: 'saturated' | 'dead'): string => {
  const share = layers.reduce((largest, layer) => Math.max(largest, stuckShare(layer, field) ?? 0), 0);
  return share === 0 ? 'none' : `at most ${percent(share)}`;
};

const theoryWords = (report: Report): string => {
  const { theory, theoryMissing } = report;
  if (theory === null) return `There is no theory for ${theoryMissing ?? 'this network'}.`;
  const slope = decadesPerLayer(theory);
  return slope === null
    ? 'Theory is drawn dashed.'
    : `Theory, dashed, predicts ${signed(slope)} decades per ${layerWord(report)}.`;
};
