import type { LayersModel, Variable } from '@tensorflow/tfjs';
import { WatchError } from '../watch-error.ts';
import { type FunctionProbeOptions, probeFunction, type TappedLoss, type Taps } from './probe-function.ts';
import { type ProbeOptions, probeModel } from './probe-model.ts';
import type { ProbeReport } from './probe-report.ts';

/**
 * Looks once at a network that somebody really trains: one pass forward and one back over a batch, layer by layer, judged by the
 * rules of the laboratory's own networks.
 *
 * The **signal** at a layer is ∂loss/∂z at its pre-activation z, **shape** [batch, …, units], where the loss is the mean over the
 * batch plus what regularizers add, as `fit` minimises it. Reported are log₁₀ of its RMS over all entries, log₁₀ ‖∂loss/∂W‖ per
 * weight, log₁₀ ‖Δw‖/‖w‖ of the optimizer's first step, and how many entries are NaN, infinite, exactly zero, or not zero and
 * yet zero in float32. Gradients carry a power of two beside them on their way, so that 1e-300 is reported as 1e-300.
 *
 * Any model of layers will do: sequential, functional with branches, shared layers, several inputs and outputs, models inside of
 * models, recurrent (each layer's time steps are a profile of their own), embedding, custom. It is not changed: weights,
 * statistics of batch normalisation and states are as before, and no tensor is left behind. A hand-written network taps its
 * pre-activations: `probe((tap) => …, variables, { hidden: { activation: 'tanh', weights: w } })`.
 *
 * **Throws** WatchError, which names the layer, where inputs do not fit, a tensor is disposed of, there is no loss, every layer is
 * frozen, or an operation of a custom layer has no gradient.
 */
export function probe(model: LayersModel, options: ProbeOptions): Promise<ProbeReport>;
/** The same of a hand-written network: its loss, the variables that it learns, and what is known of its taps. */
export function probe(
  loss: TappedLoss,
  variables: readonly Variable[],
  taps?: Taps,
  options?: FunctionProbeOptions,
): Promise<ProbeReport>;
export async function probe(
  network: LayersModel | TappedLoss,
  given: ProbeOptions | readonly Variable[],
  taps: Taps = {},
  options: FunctionProbeOptions = {},
): Promise<ProbeReport> {
  if (typeof network === 'function') return probeFunction(network, given as readonly Variable[], taps, options);
  if (typeof network?.call === 'function' && Array.isArray(network.layers))
    return probeModel(network, (given ?? {}) as ProbeOptions);
  throw new WatchError(
    'probe takes a tf.LayersModel, or a function that returns a loss - what tf.loadGraphModel loads has no gradients',
  );
}
