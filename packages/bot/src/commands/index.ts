export { doctor } from './doctor.ts';
export { help } from './help.ts';
export { measure } from './measure.ts';
export { probe } from './probe.ts';
export { reproduce } from './reproduce.ts';
