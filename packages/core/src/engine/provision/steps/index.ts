export { alreadyThere } from './already-there.ts';
export { officialDownload } from './official-download.ts';
export { tensorflowWheel } from './tensorflow-wheel.ts';
export { userCache } from './user-cache.ts';
