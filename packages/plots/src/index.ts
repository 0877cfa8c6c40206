export { type DrawChartOptions, drawChart, powersOfTen, recolour } from './draw-chart.ts';
export {
  type DrawOptions,
  type DrawStudyOptions,
  type DrawTrainingOptions,
  drawablePlots,
  drawReport,
  drawStudy,
  drawTraining,
  type PlotName,
  plotNames,
  type StudyPlotName,
  studyPlotNames,
  type ThemeName,
  type TrainingPlotName,
  trainingPlotNames,
} from './draw-report.ts';
export type { Json, Picture, PngOptions, Specification } from './picture.ts';
export { prepareToDraw } from './prepare-to-draw.ts';
export { fontFiles } from './render/fonts.ts';
