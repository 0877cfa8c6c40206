import type { Shelf } from '../parts/shelf.ts';
import type { Variant } from '../parts/variant.ts';

const auto: Variant = { name: 'auto', aliases: ['fastest', 'any', 'default'], summary: 'the fastest engine that is there' };
const cpu: Variant = { name: 'cpu', aliases: ['js', 'javascript'], summary: 'plain JavaScript, always there, slow' };
const tensorflow: Variant = {
  name: 'tensorflow',
  aliases: ['tf', 'native', 'tfjs-node', 'node'],
  summary: 'TensorFlow itself, through tfjs-node',
};
const wasm: Variant = { name: 'wasm', aliases: ['webassembly'], summary: 'WebAssembly with SIMD, nothing to install' };

/** The engines that a question may ask for, by name alone: describing a network loads no engine. */
export const engineChoices: Shelf = Object.freeze({ auto, cpu, tensorflow, wasm });
