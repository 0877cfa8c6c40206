import type { Report } from '@vanish/core';
import { isNumber, type Row, rounded } from '../frame/layer.ts';
import { stuckShare } from '../words/stuck-share.ts';

/** What the forward plot draws, layer by layer: sizes as log₁₀, shares as they are. */
export const forwardRows = ({ measured, theory }: Report): readonly Row[] =>
  measured.layers.map((layer, index) => ({
    layer: index + 1,
    length: log10(layer.activation.preActivationSecondMoment),
    variance: log10(layer.activation.variance),
    theory: log10(theory?.layers[index]?.q),
    saturated: share(stuckShare(layer, 'saturated')),
    dead: share(stuckShare(layer, 'dead')),
  }));

const log10 = (value: number | null | undefined): number | null =>
  isNumber(value) && value > 0 ? rounded(Math.log10(value)) : null;

const share = (value: number | null): number | null => (isNumber(value) ? rounded(value) : null);
