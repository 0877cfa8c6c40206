export { comparison } from './comparison.ts';
export { cure } from './cure.ts';
export { losses } from './losses.ts';
export { map } from './map.ts';
export { remedies } from './remedies.ts';
export { sweep } from './sweep.ts';
