import type { Tensor } from '@tensorflow/tfjs';

/** A tensor of a training, for whoever wants more of it than numbers. It lives while it is shown: copy what you keep. */
export interface SeenTensor {
  readonly layer: string;
  /** A gradient before the step, a weight before the step, or what a layer with an activation put out. */
  readonly kind: 'gradient' | 'weight' | 'activation';
  /** Of the variable; `output` of an activation. */
  readonly name: string;
  readonly tensor: Tensor;
}

/** Shows a tensor to whoever listens. */
export type Show = (seen: SeenTensor) => void;
