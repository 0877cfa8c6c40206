export { clipByGlobalNorm, clipByNorm, clipByValue } from './clip-optimizer.ts';
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
export type { TrapFinding } from './traps/trap.ts';
export { WatchError } from './watch-error.ts';
