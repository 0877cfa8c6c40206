import type { Report } from '@vanish/core';
import { counted } from './numbers.ts';

export const engineNames: Readonly<Record<Report['engine'], string>> = {
  tensorflow: 'TensorFlow',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};

/** Who measured, and on how many networks: `TensorFlow · 16 networks, seeds 1 to 16`. */
export const provenance = ({ engine, experiment }: Report): string =>
  `${engineNames[engine]} · ${counted(experiment.seeds, 'network')}, ${drawnBy(experiment)}`;

/** The same of several questions: `TensorFlow · 16 networks each, seeds 1 to 16`, or `… · 16 and 4 networks` where they differ. */
export const provenanceOfAll = (reports: readonly Report[]): string => {
  const [first] = reports;
  if (first === undefined) return '';
  const drawn = new Set(reports.map(({ experiment }) => drawnBy(experiment)));
  if (drawn.size === 1) {
    return `${engineNames[first.engine]} · ${counted(first.experiment.seeds, 'network')} each, ${drawnBy(first.experiment)}`;
  }
  const counts = reports.map(({ experiment }) => String(experiment.seeds));
  return `${engineNames[first.engine]} · ${new Intl.ListFormat('en-GB').format(counts)} networks`;
};

const drawnBy = ({ seed, seeds }: Report['experiment']): string =>
  seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`;
