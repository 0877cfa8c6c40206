export { batch } from './batch.ts';
export { layer } from './layer.ts';
export { none } from './none.ts';
export { rms } from './rms.ts';
