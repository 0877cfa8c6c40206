export { adding } from './adding.ts';
export { clusters } from './clusters.ts';
export { copy } from './copy.ts';
export { digits } from './digits.ts';
export { pairs } from './pairs.ts';
export { spirals } from './spirals.ts';
export { temporalOrder } from './temporal-order.ts';
export { words } from './words.ts';
