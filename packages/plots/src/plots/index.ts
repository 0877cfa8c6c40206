export { forward } from './forward.ts';
export { profile } from './profile.ts';
export { spectrum } from './spectrum.ts';
export { weights } from './weights.ts';
