import type { Report } from '@vanish/core';
import { activationInWords, badNumbersInWords, sizeInWords } from '../layer-in-words.ts';
import type { PageLayer } from './page.ts';

type Measured = Report['measured']['layers'][number];

/** What somebody else's layer is known for besides. */
interface Known {
  readonly activationName?: string | null;
  readonly isConnected?: boolean;
  readonly isFrozen?: boolean;
}

/** A layer as a row of a page's table. */
export const layerOf = (layer: Measured & Known): PageLayer => ({
  name: layer.name,
  log10Signal: layer.signal.log10Rms,
  signal: layer.isConnected === false ? 'detached' : sizeInWords(layer.signal.log10Rms),
  gradient: sizeInWords(layer.gradient.log10Norm),
  update: layer.isFrozen === true ? 'frozen' : sizeInWords(layer.update.log10Ratio),
  activation: activationInWords(layer),
  badNumbers: badNumbersInWords(layer),
});
