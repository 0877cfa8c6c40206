export { after } from './after.ts';
export { before } from './before.ts';
