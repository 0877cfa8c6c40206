// a cell that says `const report = await vanish.network`…`` needs a name for what it holds, and finds it here
export type * from '@vanish/core';
export type * from '@vanish/plots';
export { claim } from './claim.ts';
export type { AnyPlotName } from './draw-answer.ts';
export { elsewhere } from './elsewhere.ts';
export { progress, type Tell } from './progress.ts';
export type { Bundle, Spot } from './screens/screen.ts';
export { sendBundle } from './send-bundle.ts';
export { type ShowOptions, show } from './show.ts';
export { type Entry, type TableOptions, table } from './table.ts';
export { type Ask, type Vanish, vanish } from './vanish.ts';
