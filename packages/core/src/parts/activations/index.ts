export { relu } from './relu.ts';
export { sigmoid } from './sigmoid.ts';
