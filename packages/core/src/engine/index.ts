export { type Compiled, type CompileOptions, compile } from './compile.ts';
export { CompileError } from './compile-error.ts';
export { type Examination, examineMachine, type Finding } from './doctor.ts';
export { type Engine, type EngineChoice, type EngineName, useEngine } from './engine.ts';
export { EngineError } from './engine-error.ts';
export type { NativeBinding } from './native-binding.ts';
export { threadsThatMayCompute } from './provision/threads-that-may-compute.ts';
export { createRandom, type Random } from './random.ts';
export type { TensorFlow } from './tensorflow.ts';
