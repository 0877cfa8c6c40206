export * from './axes.ts';
export * from './keys.ts';
export * from './networks.ts';
export * from './refusals.ts';
export * from './text.ts';
export * from './values.ts';
export * from './words.ts';
