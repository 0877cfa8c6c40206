import { counted } from './counted.ts';

/** `queued, 2 questions before yours` */
export const placeInWords = (before: number): string =>
  before === 0 ? 'queued, next in line' : `queued, ${counted(before, 'question')} before yours`;
