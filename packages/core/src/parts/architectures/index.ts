export { mlp } from './mlp.ts';
