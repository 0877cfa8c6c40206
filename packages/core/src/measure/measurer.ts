import type { Engine } from '../engine/index.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { chunks } from './chunks.ts';
import { CompiledPasses, type Together } from './compiled-passes.ts';
import type { GradientProfile, Spectrum } from './gradient-profile.ts';
import { groupTogether } from './group-together.ts';
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
  /** Many blueprints, those that differ in their numbers alone side by side: the same profiles, sooner. Without spectra. */
  readonly measureAll: (
    blueprints: readonly Blueprint[],
    options?: Omit<MeasureOptions, 'spectrum'>,
  ) => Promise<readonly GradientProfile[]>;
  /** Frees the compiled passes. */
  readonly dispose: () => void;
}

/** A measurer for an engine. */
export const createMeasurer = (engine: Engine): Measurer => {
  const passes = new CompiledPasses(engine);
  const measureAlone = async (blueprint: Blueprint, { onProgress, signal }: MeasureOptions): Promise<Reading> => {
    const readings: Reading[] = [];
    const groups = chunks(blueprint);
    for (const [position, group] of groups.entries()) {
      signal?.throwIfAborted();
      readings.push(...(await readGroup(passes, [{ ...blueprint, ...group }])));
      onProgress?.((position + 1) / groups.length);
    }
    return joinReadings(readings as [Reading, ...Reading[]]);
  };
  return {
    measure: async (blueprint, options = {}) => {
      const profile = readProfile(blueprint, await measureAlone(blueprint, options));
      return Object.freeze({ ...profile, spectrum: options.spectrum === true ? await spectrumOf(engine, blueprint) : null });
    },
    measureAll: async (blueprints, { onProgress, signal } = {}) => {
      const readings = new Map<Blueprint, Reading>();
      for (const group of groupTogether(blueprints)) {
        signal?.throwIfAborted();
        const [only] = group;
        const read = group.length === 1 ? [await measureAlone(only, { signal })] : await readGroup(passes, group);
        group.forEach((blueprint, index) => {
          readings.set(blueprint, read[index] as Reading);
        });
        onProgress?.(readings.size / blueprints.length);
      }
      return blueprints.map((blueprint) =>
        Object.freeze({ ...readProfile(blueprint, readings.get(blueprint) as Reading), spectrum: null }),
      );
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

/** Networks that pass together: the quick way, and once more with care those that met numbers which that cannot hold. */
const readGroup = async (passes: CompiledPasses, blueprints: Together): Promise<readonly Reading[]> => {
  const [{ rows }] = blueprints;
  if (rows.length > mostRowsForQuick) return passes.read(blueprints, true);
  const quick = await passes.read(blueprints, false);
  const isDoubtful = blueprints.some((blueprint, index) => isSuspicious(blueprint, quick[index] as Reading));
  return isDoubtful ? passes.read(blueprints, true) : quick;
};
