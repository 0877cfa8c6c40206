export { histograms } from './histograms.ts';
export { signals } from './signals.ts';
export { training } from './training.ts';
