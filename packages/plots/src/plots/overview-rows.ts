import type { Report } from '@vanish/core';
import { isNumber, type Row, rounded } from '../frame/layer.ts';

/** What the overview draws, layer by layer: sizes as log₁₀, shares as they are. */
export const overviewRows = ({ measured, theory }: Report): readonly Row[] =>
  measured.layers.map(({ activation, signal, gradient, update }, index) => ({
    layer: index + 1,
    length: log10Root(activation.preActivationSecondMoment),
    lengthTheory: log10Root(theory?.layers[index]?.q),
    saturated: tidy(activation.saturated),
    dead: tidy(activation.dead),
    signal: tidy(signal.log10Rms),
    signalTheory: tidy(theory?.layers[index]?.log10Rms),
    weights: tidy(gradient.log10Norm),
    update: tidy(update.log10Ratio),
  }));

/** log₁₀ √x: of a mean square the RMS. */
const log10Root = (square: number | null | undefined): number | null =>
  isNumber(square) && square > 0 ? rounded(Math.log10(square) / 2) : null;

const tidy = (value: number | null | undefined): number | null => (isNumber(value) ? rounded(value) : null);
