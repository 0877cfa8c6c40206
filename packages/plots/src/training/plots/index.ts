export { histograms } from './histograms.ts';
export { training } from './training.ts';
