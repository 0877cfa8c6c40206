import type { Report } from '@vanish/core';
import { isNumber, type Row, rounded } from '../frame/layer.ts';
import { stuckShare } from '../words/stuck-share.ts';

/** What the overview draws, layer by layer: sizes as log₁₀, shares as they are. */
export const overviewRows = ({ measured, theory }: Report): readonly Row[] =>
  measured.layers.map((layer, index) => ({
    layer: index + 1,
    length: log10Root(layer.activation.preActivationSecondMoment),
    lengthTheory: log10Root(theory?.layers[index]?.q),
    saturated: tidy(stuckShare(layer, 'saturated')),
    dead: tidy(stuckShare(layer, 'dead')),
    signal: tidy(layer.signal.log10Rms),
    signalTheory: tidy(theory?.layers[index]?.log10Rms),
    weights: tidy(layer.gradient.log10Norm),
    update: tidy(layer.update.log10Ratio),
  }));

/** log₁₀ √x: of a mean square the RMS. */
const log10Root = (square: number | null | undefined): number | null =>
  isNumber(square) && square > 0 ? rounded(Math.log10(square) / 2) : null;

const tidy = (value: number | null | undefined): number | null => (isNumber(value) ? rounded(value) : null);
