export { fixup } from './fixup.ts';
export { highway } from './highway.ts';
export { none } from './none.ts';
export { rescaled } from './rescaled.ts';
export { residual } from './residual.ts';
export { scaled } from './scaled.ts';
export { skipinit } from './skipinit.ts';
export { zero } from './zero.ts';
