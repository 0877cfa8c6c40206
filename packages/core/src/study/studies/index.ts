export { comparison } from './comparison.ts';
export { cure } from './cure.ts';
export { map } from './map.ts';
export { sweep } from './sweep.ts';
