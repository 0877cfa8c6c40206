import type { Report } from '@vanish/core';

type Measured = Report['measured']['layers'][number];

interface Activated extends Pick<Measured, 'activation'> {
  /** Null: a layer without one; left out where all layers have the same. */
  readonly activationName?: string | null;
}

/** What somebody else's layer is known for besides. */
export interface Known {
  readonly isConnected?: boolean;
  readonly isFrozen?: boolean;
}

/** Every layer of a network, output last. */
export const allLayersOf = <Layer>({ layers, readout }: MeasuredLayers<Layer>): readonly Layer[] =>
  readout === null ? layers : [...layers, readout];

interface MeasuredLayers<Layer> {
  readonly layers: readonly Layer[];
  readonly readout: Layer | null;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number by its logarithm: `2.3·10⁻⁹`, and `0.045` where that reads better; `0` has none. */
export const sizeInWords = (log10: number | null): string => {
  if (log10 === null) return '-';
  if (log10 > -3 && log10 < 4) return String(Number((10 ** log10).toPrecision(2)));
  // 9.96 is 1.0 of the next power
  const exponent = Math.floor(log10 + Math.log10(10 / 9.95));
  const raised = [...String(exponent)].map((digit) => (digit === '-' ? '⁻' : superscripts[Number(digit)])).join('');
  return `${(10 ** (log10 - exponent)).toFixed(1)}·10${raised}`;
};

/** The size of what a layer hands on; `detached` where nothing of it arrives at the output. */
export const signalInWords = ({ signal, isConnected }: Pick<Measured, 'signal'> & Known): string =>
  isConnected === false ? 'detached' : sizeInWords(signal.log10Rms);

/** The size of a step beside that of the weights; `frozen` where none is taken. */
export const updateInWords = ({ update, isFrozen }: Pick<Measured, 'update'> & Known): string =>
  isFrozen === true ? 'frozen' : sizeInWords(update.log10Ratio);

/** `tanh, 12 % flat, 3 % dead` */
export const activationInWords = ({ activationName, activation: { saturated, dead } }: Activated): string =>
  [...(activationName === undefined ? [] : [activationName ?? '-']), ...share(saturated, 'flat'), ...share(dead, 'dead')].join(
    ', ',
  );

const share = (part: number, word: string): readonly string[] => (part < 0.005 ? [] : [`${Math.round(100 * part)} % ${word}`]);

/** What is NaN, infinite, exactly zero or zero in float32, of the signal's entries. */
export const badNumbersInWords = ({ counts: { entries, nan, inf, zero, underflow } }: Pick<Measured, 'counts'>): string => {
  const of = (count: number, word: string): readonly string[] =>
    count === 0 ? [] : [`${count === entries ? 'all' : count} ${word}`];
  // a unit that is off for an example has a gradient of zero: that alone is no finding
  const isAllZero = zero === entries;
  return [...of(nan, 'NaN'), ...of(inf, '∞'), ...(isAllZero ? ['all zero'] : []), ...of(underflow, 'below float32')].join(', ');
};
