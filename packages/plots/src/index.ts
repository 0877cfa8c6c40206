export { type DrawOptions, drawablePlots, drawReport, type PlotName, type ThemeName } from './draw-report.ts';
export type { Json, Picture, Specification } from './picture.ts';
