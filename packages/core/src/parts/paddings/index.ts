export { circular } from './circular.ts';
export { zero } from './zero.ts';
