import type { Shelf } from '../parts/shelf.ts';
import type { Variant } from '../parts/variant.ts';

const auto: Variant = {
  name: 'auto',
  aliases: ['fastest', 'any', 'default'],
  summary: 'the fastest engine that is there',
  explanation: {
    text: [
      'Takes the fastest engine that runs on this computer: TensorFlow, or WebAssembly, or plain JavaScript.',
      'Networks are drawn from the same random numbers on every engine, so gradients agree up to the last digits of float32.',
      'vanish doctor says which engine it is.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=sigmoid engine=auto',
    seeAlso: ['engine=tensorflow', 'engine=wasm', 'engine=cpu'],
  },
};
const cpu: Variant = {
  name: 'cpu',
  aliases: ['js', 'javascript'],
  summary: 'plain JavaScript, always there, slow',
  explanation: {
    text: [
      'Plain JavaScript: it runs wherever Node runs, and slowly.',
      'The networks, and the gradients up to rounding, are those of every other engine.',
      'Take small networks, or use it to check another engine.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 width=32 act=sigmoid engine=cpu',
    seeAlso: ['engine=auto', 'engine=wasm'],
  },
};
const tensorflow: Variant = {
  name: 'tensorflow',
  aliases: ['tf', 'native', 'tfjs-node', 'node'],
  summary: 'TensorFlow itself, through tfjs-node',
  explanation: {
    text: [
      'TensorFlow itself, through tfjs-node: passes are recorded once and replayed as one graph.',
      'It is the fastest engine here, and single operations use several cores.',
      'Where it cannot be installed, WebAssembly serves.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=sigmoid engine=tensorflow',
    seeAlso: ['engine=auto', 'engine=wasm'],
  },
};
const wasm: Variant = {
  name: 'wasm',
  aliases: ['webassembly'],
  summary: 'WebAssembly with SIMD, nothing to install',
  explanation: {
    text: [
      'WebAssembly with vector instructions: nothing has to be installed for it.',
      'The networks, and the gradients up to rounding, are those of every other engine.',
      'It is the usual stand-in where TensorFlow does not run.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=sigmoid engine=wasm',
    seeAlso: ['engine=auto', 'engine=tensorflow'],
  },
};

/** The engines that a question may ask for, by name alone: describing a network loads no engine. */
export const engineChoices: Shelf = Object.freeze({ auto, cpu, tensorflow, wasm });
