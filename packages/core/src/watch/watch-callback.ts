import type { CustomCallback, LayersModel } from '@tensorflow/tfjs';
import { openChannel } from './live/channel.ts';
import type { Finding } from './live/raise-alarms.ts';
import { loadTensorFlow } from './load-tensorflow.ts';
import { type Watcher, type WatchOptions, watch } from './watch.ts';

/** A callback for `fit` and `fitDataset` that can be iterated over for what it finds. */
export type WatchCallback = CustomCallback & AsyncIterable<Finding> & { readonly findings: readonly Finding[] };

/**
 * `watch` as a callback: from the beginning of a training to its end. `model.fit(x, y, { callbacks: watchCallback() })`. Iterating
 * over it ends with the training.
 */
export const watchCallback = (options: WatchOptions = {}): WatchCallback => {
  const tf = loadTensorFlow();
  const [channel, findings] = [openChannel<Finding>(), [] as Finding[]];
  let model: LayersModel | null = null;
  let watcher: Watcher | null = null;
  const onFinding = (finding: Finding): void => {
    findings.push(finding);
    channel.send(finding);
    options.onFinding?.(finding);
  };
  const callback = new tf.CustomCallback({
    onTrainBegin: () => {
      if (model !== null) watcher = watch(model, { ...options, onFinding });
    },
    onTrainEnd: () => {
      watcher?.unwatch();
      channel.close();
    },
  });
  return Object.assign(callback, {
    findings,
    setModel: (trained: LayersModel) => {
      model = trained;
    },
    [Symbol.asyncIterator]: () => channel[Symbol.asyncIterator](),
  });
};
