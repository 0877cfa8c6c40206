import type { LayerMeasurement, Report } from '@vanish/core';
import { layerWord } from './layer-word.ts';
import { amount, percent } from './numbers.ts';
import { stuckShare } from './stuck-share.ts';

/** The forward plot in words: how the signal's size goes from the first layer to the last, and what is saturated or dead. */
export const describeForward = (report: Report): readonly string[] => {
  const { layers } = report.measured;
  const [first, last] = [layers[0], layers.at(-1)];
  if (first === undefined || last === undefined) return ['There is no layer to show.'];
  return [
    `Two line charts of the signal on its way forward, per ${layerWord(report)}. ${lengths(first, last)}`,
    ...predicted(report),
    `Saturated units: ${worst(layers, 'saturated')}; dead units: ${worst(layers, 'dead')}.`,
  ];
};

const lengths = (first: LayerMeasurement, last: LayerMeasurement): string => {
  const second = ({ activation }: LayerMeasurement): string => amountOrBeyond(activation.preActivationSecondMoment);
  const variance = ({ activation }: LayerMeasurement): string => amountOrBeyond(activation.variance);
  if (first === last)
    return `At ${first.name} the mean square before the activation is ${second(first)}, the variance after it ${variance(first)}.`;
  return `From ${first.name} to ${last.name} the mean square before the activation goes from ${second(first)} to ${second(last)}, the variance after it from ${variance(first)} to ${variance(last)}.`;
};

const predicted = ({ theory }: Report): readonly string[] => {
  const q = theory?.layers.at(-1)?.q;
  return q === undefined
    ? ['There is no theory for this network.']
    : [`Theory, dashed, expects a mean square of ${amountOrBeyond(q)} at the last layer.`];
};

const worst = (layers: readonly LayerMeasurement[], field: 'saturated' | 'dead'): string => {
  const shares = layers.map((layer) => stuckShare(layer, field) ?? 0);
  const most = shares.reduce((one, other) => Math.max(one, other), 0);
  return most === 0 ? 'none' : `at most ${percent(most)}, at ${layers[shares.indexOf(most)]?.name ?? ''}`;
};

const amountOrBeyond = (value: number | null): string =>
  value === null || !Number.isFinite(value) ? 'beyond float32' : amount(value);
