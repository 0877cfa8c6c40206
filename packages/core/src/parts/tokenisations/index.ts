export { character } from './character.ts';
export { word } from './word.ts';
