import type { Engine } from '../engine/index.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { chunks } from './chunks.ts';
import { CompiledPasses } from './compiled-passes.ts';
import type { GradientProfile, Spectrum } from './gradient-profile.ts';
import { openTables } from './open-tables.ts';
import { readProfile } from './read-profile.ts';
import { isSuspicious, joinReadings, type Reading } from './reading.ts';
import { measureSpectrum } from './spectrum.ts';

/** What to look at beyond the profile itself, and who wants to know meanwhile. */
export interface MeasureOptions {
  readonly spectrum?: boolean;
  /** Called after each group of networks with the share done. **Range** 0 … 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Ends the measurement between two groups of networks. */
  readonly signal?: AbortSignal | undefined;
}

/** Measures blueprints on one engine, keeping compiled passes of structures seen before. */
export interface Measurer {
  readonly measure: (blueprint: Blueprint, options?: MeasureOptions) => Promise<GradientProfile>;
  /** Frees the compiled passes. */
  readonly dispose: () => void;
}

/** A measurer for an engine. */
export const createMeasurer = (engine: Engine): Measurer => {
  const passes = new CompiledPasses(engine);
  return {
    measure: async (blueprint, { spectrum = false, onProgress, signal } = {}) => {
      const readings: Reading[] = [];
      const groups = chunks(blueprint);
      for (const [position, group] of groups.entries()) {
        signal?.throwIfAborted();
        readings.push(await readGroup(passes, { ...blueprint, ...group }));
        onProgress?.((position + 1) / groups.length);
      }
      const profile = readProfile(blueprint, joinReadings(readings as [Reading, ...Reading[]]));
      return Object.freeze({ ...profile, spectrum: spectrum ? await spectrumOf(engine, blueprint) : null });
    },
    dispose: () => passes.dispose(),
  };
};

const spectrumOf = async (engine: Engine, blueprint: Blueprint): Promise<Spectrum> => {
  const tables = openTables(engine, blueprint.task);
  try {
    return await measureSpectrum(engine, blueprint, tables);
  } finally {
    engine.tf.dispose([...tables]);
  }
};

/** Rows beyond which the quick way rarely is the last. */
const mostRowsForQuick = 64;

/** One group of networks: the quick way, and once more with care where that met numbers it cannot hold. */
const readGroup = async (passes: CompiledPasses, blueprint: Blueprint): Promise<Reading> => {
  if (blueprint.rows.length > mostRowsForQuick) return passes.read(blueprint, true);
  const quick = await passes.read(blueprint, false);
  return isSuspicious(blueprint, quick) ? passes.read(blueprint, true) : quick;
};
