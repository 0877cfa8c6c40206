import type { Point } from '@vanish/core';

/** Whether a point is what was hoped for: it learned, or, where nothing was trained, its signal arrives. */
export const hasPassed = ({ training, isTrainable }: Point): boolean =>
  training === null ? isTrainable : training.outcome === 'learned';
