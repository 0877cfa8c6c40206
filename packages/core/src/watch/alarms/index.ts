export { dead } from './dead.ts';
export { exploding } from './exploding.ts';
export { notANumber } from './not-a-number.ts';
export { notLearning } from './not-learning.ts';
export { saturated } from './saturated.ts';
export { stalled } from './stalled.ts';
export { vanishing } from './vanishing.ts';
