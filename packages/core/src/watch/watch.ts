import type { LayersModel, Optimizer } from '@tensorflow/tfjs';
import { type Attaching, attach, type Schedule } from './live/attach.ts';
import { openChannel } from './live/channel.ts';
import { createGuard, type Finding } from './live/raise-alarms.ts';
import type { SeenTensor } from './live/seen-tensor.ts';
import type { WatchedStep } from './live/watched-step.ts';
import { loadTensorFlow } from './load-tensorflow.ts';
import { override } from './override.ts';
import { WatchError } from './watch-error.ts';

/** How to watch. */
export interface WatchOptions extends Partial<Schedule> {
  /** Steps for which an alarm about a layer is not raised again; 100 when left out. */
  readonly coolDown?: number;
  /** Steps that are kept in `steps`; 1000 when left out. */
  readonly keep?: number;
  /** Told of every alarm, after the step. What it throws ends the training, which may be what is wanted of a NaN. */
  readonly onFinding?: (finding: Finding) => void;
  /** Told of every step. */
  readonly onStep?: (step: WatchedStep) => void;
  /** Shown gradients and weights at steps with histograms, and outputs where activations are looked at. */
  readonly onTensor?: (seen: SeenTensor, step: number) => void;
  /** Milliseconds of some clock, for `costMs`; this package itself reads none. */
  readonly now?: () => number;
}

/** Eyes on a training. Iterating over it waits for findings until it is unwatched; each finding goes to one iteration. */
export interface Watcher extends AsyncIterable<Finding> {
  /** The last steps, earliest first. */
  readonly steps: readonly WatchedStep[];
  /** Everything that was found. */
  readonly findings: readonly Finding[];
  /** Gives the optimizer and the model back as they were. Once is enough. */
  readonly unwatch: () => void;
}

/** What is usual. Norms of every step; a look at updates costs five operations per weight, one at activations reads them all. */
const usual = { updatesEvery: 10, activationsEvery: 100, histogramsEvery: 0, coolDown: 100, keep: 1000 } as const;

/** Watches that are open, by optimizer, and by model before it has one. */
const open = new WeakMap<object, { readonly watcher: Watcher; readonly listen: (options: WatchOptions) => void }>();

/**
 * Watches a training by the gradients that its optimizer is given: those of `fit`, `fitDataset`, `trainOnBatch`, `minimize` and
 * loops that call `applyGradients`. Of every step it records log₁₀ ‖∂loss/∂w‖ per layer and the loss, and on a schedule
 * log₁₀ ‖Δw‖/‖w‖, dead and saturated units, and histograms. It raises alarms (vanishing, exploding, dead, saturated, stalled,
 * not-learning, not-a-number) that name layer and step.
 *
 * Weights come out bit-identical with it and without it, and no tensor is left behind. A model that is compiled later, or
 * again, is watched from then on. Who watches what is watched already gets the same watcher, and is told as well.
 * An optimizer without a model names variables instead of layers, and sees no activations.
 *
 * **Throws** WatchError of anything that is neither a model nor an optimizer.
 */
export const watch = (subject: LayersModel | Optimizer, options: WatchOptions = {}): Watcher => {
  const model = isModel(subject) ? subject : null;
  const optimizer = isModel(subject) ? optimizerOf(subject) : subject;
  if (model === null && typeof optimizer?.applyGradients !== 'function')
    throw new WatchError(`watch takes a tf.LayersModel or an optimizer, given was ${subject === null ? 'null' : typeof subject}`);
  const known = open.get(subject) ?? (optimizer === undefined ? undefined : open.get(optimizer));
  known?.listen(options);
  return known?.watcher ?? openWatcher(model, optimizer, options);
};

/** Ends the watch over a model or an optimizer; of what is not watched, nothing. */
export const unwatch = (subject: LayersModel | Optimizer): void => open.get(subject)?.watcher.unwatch();

const isModel = (subject: LayersModel | Optimizer): subject is LayersModel =>
  Array.isArray((subject as LayersModel | null)?.layers);

/** Undefined before a model is compiled. */
const optimizerOf = (model: LayersModel): Optimizer | undefined => model.optimizer as Optimizer | undefined;

const openWatcher = (model: LayersModel | null, first: Optimizer | undefined, options: WatchOptions): Watcher => {
  const tf = loadTensorFlow();
  const { keep = usual.keep, coolDown = usual.coolDown, now = () => 0 } = options;
  const [steps, findings, listeners] = [[] as WatchedStep[], [] as Finding[], [options]];
  const channel = openChannel<Finding>();
  const guard = createGuard(coolDown);
  let detach = (): void => undefined;
  const tell = (step: WatchedStep): void => {
    const found = guard(step, steps);
    steps.push(step);
    if (steps.length > keep) steps.shift();
    findings.push(...found);
    found.forEach(channel.send);
    for (const { onStep } of listeners) onStep?.(step);
    for (const { onFinding } of listeners) if (onFinding !== undefined) found.forEach(onFinding);
  };
  const show: Attaching['show'] = (seen, step) => {
    for (const { onTensor } of listeners) onTensor?.(seen, step);
  };
  const attachTo = (optimizer: Optimizer): void => {
    detach();
    const attaching: Attaching = { ...usual, ...scheduleOf(options), now, tell, show, from: steps.at(-1)?.step ?? 0 };
    const restore = attach(tf, optimizer, model, attaching);
    open.set(optimizer, entry);
    detach = () => {
      restore();
      open.delete(optimizer);
    };
  };
  const unhook = model === null ? () => undefined : followCompile(model, attachTo);
  const watcher: Watcher = {
    steps,
    findings,
    unwatch: () => {
      if (!isOpen) return;
      isOpen = false;
      detach();
      unhook();
      if (model !== null) open.delete(model);
      channel.close();
    },
    [Symbol.asyncIterator]: () => channel[Symbol.asyncIterator](),
  };
  let isOpen = true;
  const entry = { watcher, listen: (more: WatchOptions) => void listeners.push(more) };
  if (model !== null) open.set(model, entry);
  if (first !== undefined) attachTo(first);
  return watcher;
};

/** Left-out numbers are not undefined ones. */
const scheduleOf = ({ updatesEvery, activationsEvery, histogramsEvery }: WatchOptions): Schedule => ({
  updatesEvery: updatesEvery ?? usual.updatesEvery,
  activationsEvery: activationsEvery ?? usual.activationsEvery,
  histogramsEvery: histogramsEvery ?? usual.histogramsEvery,
});

/** Tells of the optimizer that a model gets whenever it is compiled. */
const followCompile = (model: LayersModel, tell: (optimizer: Optimizer) => void): (() => void) => {
  const { compile } = model;
  return override(model, 'compile', (...given: Parameters<LayersModel['compile']>): void => {
    compile.apply(model, given);
    tell(model.optimizer);
  });
};
