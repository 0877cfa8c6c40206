import type { Report } from '@vanish/core';
import {
  activationInWords,
  badNumbersInWords,
  type Known,
  signalInWords,
  sizeInWords,
  updateInWords,
} from '../layer-in-words.ts';
import type { PageLayer } from './page.ts';

type Measured = Report['measured']['layers'][number];

/** A layer as a row of a page's table. */
export const layerOf = (layer: Measured & Known & { readonly activationName?: string | null }): PageLayer => ({
  name: layer.name,
  log10Signal: layer.signal.log10Rms,
  signal: signalInWords(layer),
  gradient: sizeInWords(layer.gradient.log10Norm),
  update: updateInWords(layer),
  activation: activationInWords(layer),
  badNumbers: badNumbersInWords(layer),
});
