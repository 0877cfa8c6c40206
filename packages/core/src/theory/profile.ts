import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';
import type { LayerStatistics } from './length-fixed-point.ts';

/** A layer z = W φ(z before) + b of a plain network; the first one sees the input itself. */
export interface PlainLayer extends LayerStatistics {
  readonly fanIn: number;
  readonly fanOut: number;
  /** Whether σ_w² is chosen so that W φ has mean square 1 (LSUV); `gain` is ignored then. */
  readonly isCalibrated?: boolean;
}

/** A plain network and what it sees. */
export interface PlainNetwork {
  readonly activation: Activation;
  /** First layer first. */
  readonly layers: readonly PlainLayer[];
  /** E x² of an input entry. */
  readonly inputSecondMoment: number;
  /** Correlation of two inputs. */
  readonly inputCorrelation: number;
}

/** One layer of the mean field. */
export interface ProfileLayer {
  /** E z² */
  readonly q: number;
  /** Correlation of z between the two inputs. */
  readonly correlation: number;
  /** σ_w² in force. */
  readonly gain: number;
  /** D(q) = E φ′(z)² */
  readonly slopeSecondMoment: number;
  /** ln of the mean-square gradient entry at z here over that at the last layer's z; never underflows. **Unit** nats. */
  readonly logSquaredGradient: number;
}

/**
 * Mean-field profile of a plain network from any start: q and c walk forward, and the gradient's mean square takes a factor
 * σ_w²(l+1) · fanOut/fanIn · D(q_l) from layer l+1 back to l.
 *
 * **Source** Poole et al. 2016, 1606.05340; Schoenholz et al. 2017, 1611.01232.
 */
export const meanFieldProfile = ({
  activation,
  layers,
  inputSecondMoment,
  inputCorrelation,
}: PlainNetwork): readonly ProfileLayer[] => {
  const { secondMoment, covariance, slopeSecondMoment } = gaussianAverages(activation);
  let signal = { square: inputSecondMoment, product: inputSecondMoment * inputCorrelation };
  const forward = layers.map((layer) => {
    const gain = layer.isCalibrated === true ? 1 / signal.square : layer.gain;
    const q = gain * signal.square + layer.bias;
    const correlation = q > 0 ? (gain * signal.product + layer.bias) / q : 1;
    signal = { square: secondMoment(q), product: covariance(q, correlation) };
    return { q, correlation, gain, slopeSecondMoment: slopeSecondMoment(q) };
  });
  let logSquaredGradient = 0;
  const backward = forward.map((here, index) => ({ here, behind: forward[index + 1], shape: layers[index + 1] })).reverse();
  return backward
    .map(({ here, behind, shape }) => {
      if (behind !== undefined && shape !== undefined) {
        logSquaredGradient += Math.log((behind.gain * shape.fanOut * here.slopeSecondMoment) / shape.fanIn);
      }
      return Object.freeze({ ...here, logSquaredGradient });
    })
    .reverse();
};
