export { cpu } from './cpu.ts';
export { tensorflow } from './tensorflow.ts';
export { wasm } from './wasm.ts';
