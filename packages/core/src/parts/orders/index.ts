export { mid } from './mid.ts';
export { post } from './post.ts';
export { pre } from './pre.ts';
