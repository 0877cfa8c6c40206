export { dark } from './dark.ts';
export { light } from './light.ts';
