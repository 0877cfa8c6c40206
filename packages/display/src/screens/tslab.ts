import { createRequire } from 'node:module';
import { sep } from 'node:path';
import type { Kernel } from './screen.ts';

/** What the module that talks to Jupyter lets others see. */
interface Jupyter {
  readonly lastWriteDisplayData: ((output: object, isUpdate: boolean) => void) | null;
}

const ending = ['', 'tslab', 'dist', 'jupyter.js'].join(sep);

/**
 * tslab. Its public calls send one MIME type each; this module of the running kernel sends whole bundles. It is looked up among what the
 * process has loaded, so nothing is imported where there is no such kernel.
 */
export const tslab: Kernel = () => {
  const { cache } = createRequire(import.meta.url);
  const path = Object.keys(cache).find((name) => name.endsWith(ending));
  const jupyter = path === undefined ? undefined : (cache[path]?.exports as Jupyter | undefined);
  if (typeof jupyter?.lastWriteDisplayData !== 'function') return null;
  return ({ data, metadata }, spot) => {
    const transient = spot === null ? {} : { display_id: spot.id };
    // asked for again each time: it belongs to the cell that runs
    jupyter.lastWriteDisplayData?.({ data, metadata, transient }, spot?.isTaken ?? false);
  };
};
