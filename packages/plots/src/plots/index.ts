export { branches } from './branches.ts';
export { forward } from './forward.ts';
export { overview } from './overview.ts';
export { profile } from './profile.ts';
export { spectrum } from './spectrum.ts';
export { weights } from './weights.ts';
