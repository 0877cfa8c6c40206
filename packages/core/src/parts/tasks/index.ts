export { clusters } from './clusters.ts';
export { pairs } from './pairs.ts';
