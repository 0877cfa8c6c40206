export { crossentropy } from './crossentropy.ts';
export { mse } from './mse.ts';
export { probe } from './probe.ts';
