import type { Tensor } from '@tensorflow/tfjs';
import { type Compiled, compile } from '../engine/compile.ts';
import type { Engine } from '../engine/engine.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import type { Quantity } from '../parts/layers/stage.ts';
import { openTables } from './open-tables.ts';
import type { Observations, Reading } from './reading.ts';
import { type Label, runPass, stageNumbers } from './run-pass.ts';

/** A pass ready to be repeated with other numbers and other seeds. */
interface CompiledPass {
  readonly run: Compiled<readonly [Tensor, Tensor, ...Tensor[]], readonly Tensor[]>;
  /** What the task draws from. */
  readonly tables: readonly Tensor[];
  /** What the values stand for, known once the pass has run. */
  readonly labels: readonly Label[];
}

/** Structures kept; the least recently used goes first. */
const passesKept = 32;

/** Rows up to which a graph is soon built. */
const rowsOfSmallGraph = 64;

/**
 * Passes before the graph of a structure is built, which takes as long as two to four of them (of a deep network 2.0 s for 100
 * layers, 3.8 s for 100 blocks, 3.4 s for 100 steps of an lstm). Most structures of a sweep or a cure are met once or twice; who
 * asks more often has waited for it already.
 */
const passesBeforeReplay = { small: 2, large: 3 } as const;

/** Blueprints of one structure and first seed, whose networks may pass side by side. */
export type Together = readonly [Blueprint, ...Blueprint[]];

/** Passes by structure: two blueprints that differ in scales and seeds alone share one. */
export class CompiledPasses {
  readonly #engine: Engine;
  readonly #passes = new Map<string, CompiledPass>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Runs one pass over all networks of blueprints that differ in their numbers alone, and reads what it observed of each. */
  async read(blueprints: Together, isCareful: boolean): Promise<readonly Reading[]> {
    const { tf } = this.#engine;
    const [blueprint] = blueprints;
    const pass = this.#passFor(blueprint, blueprints.length, isCareful);
    const firstSeed = tf.scalar(blueprint.firstSeed, 'int32');
    const all = blueprints.map(stageNumbers);
    const numbers = tf.tensor2d(all.flat(), [all.length, all[0]?.length ?? 0]);
    const results = pass.run(firstSeed, numbers, ...pass.tables);
    const [values, loss] = await Promise.all(results.map((result) => result.data()));
    tf.dispose([firstSeed, numbers, ...results]);
    return blueprints.map((one, index) => ({
      rows: rowsOf(one, pass.labels, values as Float32Array, { index, count: blueprints.length }),
      loss:
        loss === undefined
          ? null
          : Array.from({ length: one.seeds }, (_, seed) => loss[seed * blueprints.length + index] as number),
    }));
  }

  dispose(): void {
    for (const pass of this.#passes.values()) this.#free(pass);
    this.#passes.clear();
  }

  #passFor(blueprint: Blueprint, count: number, isCareful: boolean): CompiledPass {
    const structure = JSON.stringify([structureOf(blueprint), count, isCareful]);
    const pass = this.#passes.get(structure) ?? compilePass(this.#engine, blueprint, isCareful);
    this.#passes.delete(structure);
    this.#passes.set(structure, pass);
    const [oldest] = this.#passes;
    if (this.#passes.size > passesKept && oldest !== undefined) {
      this.#passes.delete(oldest[0]);
      this.#free(oldest[1]);
    }
    return pass;
  }

  #free({ run, tables }: CompiledPass): void {
    run.dispose();
    this.#engine.tf.dispose([...tables]);
  }
}

/** Everything a pass depends on but its numbers and the first seed. */
export const structureOf = ({ hidden, readout, seeds, batch, features, form, task, loss, optimizer }: Blueprint): string =>
  JSON.stringify([
    [...hidden, ...readout].map(({ signature }) => signature),
    [seeds, batch, features, form],
    [task.signature, loss.name, optimizer.name],
  ]);

/** The values [seeds, blueprints, labels] of one of the blueprints, by row and quantity. */
const rowsOf = (
  { rows, seeds }: Blueprint,
  labels: readonly Label[],
  values: Float32Array,
  { index, count }: { readonly index: number; readonly count: number },
): readonly Observations[] => {
  const observations = rows.map((): Partial<Record<Quantity, (readonly number[])[]>> => ({}));
  for (const [position, { row, quantity }] of labels.entries()) {
    const observed = observations[row] ?? {};
    observed[quantity] ??= [];
    const list = Array.from({ length: seeds }, (_, seed) => values[(seed * count + index) * labels.length + position] as number);
    observed[quantity].push(list);
  }
  return observations;
};

const compilePass = (engine: Engine, blueprint: Blueprint, isCareful: boolean): CompiledPass => {
  const labels: Label[] = [];
  const run = compile(
    engine,
    (firstSeed: Tensor, numbers: Tensor, ...tables: readonly Tensor[]): readonly Tensor[] => {
      const result = runPass(blueprint, { engine, firstSeed, numbers, tables, isCareful });
      labels.splice(0, labels.length, ...result.labels);
      return result.loss === null ? [result.values] : [result.values, result.loss];
    },
    { after: passesBeforeReplay[blueprint.rows.length > rowsOfSmallGraph ? 'large' : 'small'] },
  );
  return { run, labels, tables: openTables(engine, blueprint.task) };
};
