export { norm } from './norm.ts';
export { value } from './value.ts';
