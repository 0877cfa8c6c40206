export { type Examination, examineMachine, type Finding } from './doctor.ts';
export { type Engine, type EngineChoice, type EngineName, useEngine } from './engine.ts';
export { EngineError } from './engine-error.ts';
export type { NativeBinding } from './native-binding.ts';
export type { TensorFlow } from './tensorflow.ts';
