import type { LayerWord } from './layer-word.ts';

/** What a row's forward signal is called: a pre-activation, or the stream where a block begins. */
export const signalSymbol: Readonly<Record<LayerWord, 'z' | 'x'>> = { layer: 'z', block: 'x', 'time step': 'z' };
