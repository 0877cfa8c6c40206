import type { Issue } from '../../experiment/issue.ts';
import type { Key } from '../../experiment/keys.ts';
import { cut, mistake } from '../mistake.ts';
import { pair } from './pair.ts';

export const sideEmpty = (given: string): Issue =>
  mistake({ given, problem: 'nothing stands on one side of "vs"', nearest: 'act=sigmoid vs act=relu' });

export const sidesAlike = (given: string): Issue => mistake({ given, problem: 'two sides of "vs" are the same network' });

export const tooManySides = (count: number, most: number): Issue =>
  mistake({
    given: `${count} networks`,
    problem: `${count} networks stand side by side, above ${most}, the most that one picture tells apart`,
  });

export const axisInVersus = (key: Key, given: string): Issue =>
  mistake({ field: key.field, given, problem: `${pair(key, cut(given))} does not go with "vs", which compares single networks` });

export const fixOneNetwork = (given: string): Issue =>
  mistake({ given, problem: 'fix takes one network, without lists, ranges or "vs"', nearest: 'fix depth=30 act=sigmoid' });
