import { counted } from '../../verdict/words.ts';
import type { WatchedLayer } from '../live/watched-step.ts';
import type { Alarm } from './alarm.ts';

/** NaN or ±∞ in the loss or in a gradient. */
export const notANumber: Alarm = {
  name: 'not-a-number',
  summary: 'the loss or a gradient is NaN or infinite',
  source: 'float32 ends at 3.4e38; what comes of NaN is NaN',
  patience: 1,
  look: ({ step, loss, layers }) => {
    const broken = layers.filter(({ gradient }) => gradient.kind === 'nan' || gradient.kind === 'infinite');
    const nearest = broken.at(-1);
    if (nearest !== undefined) return [{ layer: nearest.name, message: tell(step, broken, nearest) }];
    if (loss === null || Number.isFinite(loss)) return [];
    return [{ layer: null, message: `the loss is ${loss} at step ${step}, while all gradients are still finite` }];
  },
};

const tell = (step: number, broken: readonly WatchedLayer[], { name, gradient: { kind } }: WatchedLayer): string => {
  const what = kind === 'nan' ? 'NaN' : 'infinite';
  const others =
    broken.length === 1 ? '' : `, and those of ${counted(broken.length - 1, 'layer')} before it are not finite either`;
  return `the gradient of ${name} is ${what} at step ${step}${others}`;
};
