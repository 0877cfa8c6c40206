import { powerOfTen, shortNumber } from '../../verdict/words.ts';
import type { WatchedLayer } from '../live/watched-step.ts';
import type { Alarm } from './alarm.ts';

/** Decades by which a layer may learn more slowly than the fastest. */
const slowest = 3;

/**
 * A layer moves a thousand times more slowly than another. Steps are compared and not gradients, since an adaptive optimizer
 * rescales what it receives: what it makes large again has not vanished.
 */
export const vanishing: Alarm = {
  name: 'vanishing',
  summary: 'a layer moves less than a thousandth as fast as the fastest one, as a share of its weights',
  source: 'AutoTrainer, norm(first)/norm(last) < 1e-3, of steps instead of gradients',
  patience: 3,
  look: ({ step, layers }) => {
    const moving = layers.filter(
      (layer): layer is WatchedLayer & { readonly log10UpdateRatio: number } =>
        layer.isUpdateKnown && layer.log10UpdateRatio !== null,
    );
    if (moving.length < 2) return null;
    const [slow, fast] = [
      moving.reduce((least, one) => (one.log10UpdateRatio < least.log10UpdateRatio ? one : least)),
      moving.reduce((most, one) => (one.log10UpdateRatio > most.log10UpdateRatio ? one : most)),
    ];
    const behind = fast.log10UpdateRatio - slow.log10UpdateRatio;
    if (behind <= slowest) return [];
    return [
      {
        layer: slow.name,
        message: `${slow.name} moves by ${powerOfTen(slow.log10UpdateRatio)} of its weights at step ${step}, ${fast.name} ${shortNumber(10 ** behind)} times as fast`,
      },
    ];
  },
};
