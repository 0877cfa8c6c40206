export { learned } from './learned.ts';
export { notLearned } from './not-learned.ts';
export { partlyLearned } from './partly-learned.ts';
export { stopped } from './stopped.ts';
