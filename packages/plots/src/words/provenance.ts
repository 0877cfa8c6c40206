import type { Report } from '@vanish/core';
import { counted } from './numbers.ts';

export const engineNames: Readonly<Record<Report['engine'], string>> = {
  tensorflow: 'TensorFlow',
  wasm: 'WebAssembly',
  cpu: 'plain JavaScript',
};

/** Who measured, and on how many networks: `TensorFlow · 16 networks, seeds 1 to 16`. */
export const provenance = ({ engine, experiment: { seed, seeds } }: Report): string => {
  const drawn = seeds === 1 ? `seed ${seed}` : `seeds ${seed} to ${seed + seeds - 1}`;
  return `${engineNames[engine]} · ${counted(seeds, 'network')}, ${drawn}`;
};
