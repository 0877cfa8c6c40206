export { compare } from './compare.ts';
export { deeper } from './deeper.ts';
export { fix } from './fix.ts';
export { next } from './next.ts';
export { reseed } from './reseed.ts';
