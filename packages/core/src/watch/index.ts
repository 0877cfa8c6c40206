export type { SummaryWriter } from '../engine/open-summary-writer.ts';
export { clipByGlobalNorm, clipByNorm, clipByValue } from './clip-optimizer.ts';
export type { Schedule } from './live/attach.ts';
export type { Finding } from './live/raise-alarms.ts';
export type { SeenTensor } from './live/seen-tensor.ts';
export type { WatchedActivation, WatchedGradient, WatchedLayer, WatchedStep } from './live/watched-step.ts';
export type { Batch } from './probe/check-batch.ts';
export type { ForeignLoss, ForeignLosses } from './probe/losses-of.ts';
export { probe } from './probe/probe.ts';
export type { FunctionProbeOptions, Tap, TapDescription, TappedLoss, Taps } from './probe/probe-function.ts';
export type { ProbeOptions } from './probe/probe-model.ts';
export type {
  ModelAdvice,
  ModelVerdict,
  ParameterMeasurement,
  ProbedChain,
  ProbedLayer,
  ProbedMemory,
  ProbedProfile,
  ProbeReport,
} from './probe/probe-report.ts';
export type { JsonObject } from './saved/json.ts';
export { parseSavedModel } from './saved/parse-saved-model.ts';
export { probeSavedModel, type SavedModelFiles, type SavedProbe } from './saved/probe-saved-model.ts';
export type { SavedModel, ShardGroup } from './saved/saved-model.ts';
export { type TensorBoard, tensorBoard } from './tensor-board.ts';
export type { TrapFinding } from './traps/trap.ts';
export { unwatch, type Watcher, type WatchOptions, watch } from './watch.ts';
export { type WatchCallback, watchCallback } from './watch-callback.ts';
export { WatchError } from './watch-error.ts';
