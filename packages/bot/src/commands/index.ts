export { doctor } from './doctor.ts';
export { help } from './help.ts';
export { measure } from './measure.ts';
export { probe } from './probe.ts';
export { report } from './report.ts';
export { reproduce } from './reproduce.ts';
