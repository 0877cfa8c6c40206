import type { Tensor } from '@tensorflow/tfjs';
import { compile } from '../src/engine/compile.ts';
import { type Engine, type EngineName, useEngine } from '../src/engine/index.ts';
import { createRandom } from '../src/engine/random.ts';
import { complete } from '../src/experiment/complete.ts';
import { openLaboratory } from '../src/investigate.ts';
import { createMeasurer } from '../src/measure/measurer.ts';
import { runPass, stageNumbers } from '../src/measure/run-pass.ts';
import { glorotUniform } from '../src/parts/initializers/glorot-uniform.ts';
import { oneTap } from '../src/parts/initializers/law.ts';
import { outputsFor } from '../src/parts/tasks/answers.ts';
import { clusters } from '../src/parts/tasks/clusters.ts';
import { blueprintOf, type Case, nameOf, operationsOf } from './cases.ts';
import { type Patience, timeRuns } from './median-ms.ts';

/** One case on one engine. */
export interface CaseTimes {
  readonly name: string;
  /** The whole measurement, warm, weights drawn anew each time. */
  readonly measureMs: number;
  /** The fastest of the runs: what other work on the computer disturbs least. */
  readonly bestMs: number;
  /** The same with every operation crossing on its own; null where the engine has no graphs. */
  readonly eagerMs: number | null;
  /** Of which drawing the weights, timed alone. */
  readonly drawMs: number;
  readonly gigaflops: number;
  /** The very first measurement of this structure. */
  readonly firstMs: number;
}

/** What an engine does with the question a user asks first. */
export interface QuestionTimes {
  readonly version: string;
  /** `depth=10 act=sigmoid`, warm, other seeds each time, theory and verdict included. */
  readonly questionsPerSecond: number;
}

/** Asks the same question again and again. */
export const timeQuestions = async (choice: EngineName, patience: Patience): Promise<QuestionTimes> => {
  const { version } = await useEngine(choice);
  const laboratory = openLaboratory();
  const plain = (name: string) => ({ name, parameter: null });
  const ask = (seed: number): Promise<unknown> =>
    laboratory.investigate(complete({ depth: 10, activation: plain('sigmoid'), engine: plain(choice), seed }));
  const { medianMs } = await timeRuns(ask, patience);
  laboratory.close();
  return { version, questionsPerSecond: 1000 / medianMs };
};

/** Tensors the engine holds: what it held before a bench it must hold after. */
export const countTensors = async (choice: EngineName): Promise<number> => (await useEngine(choice)).tf.memory().numTensors;

/** Times one case: measured as users measure, one operation at a time, and the drawing alone. */
export const timeCase = async (choice: EngineName, one: Case, patience: Patience): Promise<CaseTimes> => {
  const engine = await useEngine(choice);
  const measurer = createMeasurer(engine);
  const measured = await timeRuns((run) => measurer.measure(blueprintOf(one, run * one.seeds)), patience);
  measurer.dispose();
  const eager = engine.binding === null ? null : await timeRuns((run) => measureEagerly(engine, one, run * one.seeds), patience);
  return {
    name: nameOf(one),
    measureMs: measured.medianMs,
    bestMs: measured.bestMs,
    eagerMs: eager?.medianMs ?? null,
    drawMs: await timeDrawing(engine, one, patience),
    gigaflops: operationsOf(one) / measured.medianMs / 1e6,
    firstMs: measured.firstMs,
  };
};

/** The pass without a graph, its observations read back. */
const measureEagerly = async (engine: Engine, one: Case, firstSeed: number): Promise<void> => {
  const { tf } = engine;
  const blueprint = blueprintOf(one, firstSeed);
  const values = tf.tidy(() => {
    const all = stageNumbers(blueprint);
    const numbers = tf.tensor2d([...all], [1, all.length]);
    return runPass(blueprint, { engine, firstSeed: tf.scalar(firstSeed, 'int32'), numbers, tables: [], isCareful: false }).values;
  });
  await values.data();
  values.dispose();
};

const timeDrawing = async (engine: Engine, { seeds, depth, width }: Case, patience: Patience): Promise<number> => {
  const { tf } = engine;
  const shapes: [number, number, number][] = [
    ...Array(depth).fill([seeds, width, width]),
    [seeds, width, outputsFor(clusters.answers)],
  ];
  const draw = compile(engine, (firstSeed: Tensor): readonly Tensor[] => {
    const random = createRandom(engine, firstSeed);
    return shapes.map((shape) => glorotUniform.law.draw(random, shape, oneTap));
  });
  const { medianMs } = await timeRuns(async (run) => {
    const firstSeed = tf.scalar(run * seeds, 'int32');
    tf.dispose([firstSeed, ...draw(firstSeed)]);
  }, patience);
  draw.dispose();
  return medianMs;
};
