import type { Issue } from '../../experiment/issue.ts';
import { mistake } from '../mistake.ts';

export const textTooLong = (given: string, length: number, longest: number): Issue =>
  mistake({ given, problem: `the question has ${length} characters, above ${longest}, the most that are read` });

export const quoteLeftOpen = (given: string): Issue => mistake({ given, problem: 'a quote is opened and never closed' });

export const plainLanguage = (given: string, nearest: string): Issue =>
  mistake({ given, problem: 'a question is written key=value, not as a sentence', nearest });

export const moreMistakes = (count: number): Issue => mistake({ given: '', problem: `and ${count} more mistakes like these` });
