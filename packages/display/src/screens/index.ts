export { deno } from './deno.ts';
export { tslab } from './tslab.ts';
