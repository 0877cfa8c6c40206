import { keyOf } from '../experiment/keys.ts';
import type { Axis } from '../experiment/question.ts';
import { isLogarithmic } from '../query/space-points.ts';
import type { SweptAxis } from './study-report.ts';

/** A range as the axis of a picture. */
export const sweptAxis = ({ key, values }: Axis): SweptAxis => {
  const { name, summary, kind } = keyOf[key];
  const numbers = values.map(Number);
  const [low = 0, high = 0] = [numbers[0], numbers.at(-1)];
  return Object.freeze({
    key: name,
    summary,
    values: numbers,
    isWhole: kind === 'integer',
    isLogarithmic: isLogarithmic({ low, high }),
  });
};
