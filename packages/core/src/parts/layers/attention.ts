import type { Tensor } from '@tensorflow/tfjs';
import { mergeGradients } from './merge-gradients.ts';
import type { Flow, Pass, ScaledGradient, Stage } from './stage.ts';

/** The four matrices of self-attention, each a stage from the stream to itself, and how it is split. */
export interface AttentionSettings {
  readonly query: Stage;
  readonly key: Stage;
  readonly value: Stage;
  readonly output: Stage;
  /** Tokens of a sequence; rows of a tensor are sequences one behind the other. */
  readonly tokens: number;
  /** Heads; they share the units evenly. */
  readonly heads: number;
  readonly units: number;
}

/**
 * Self-attention, y = softmax(Q Kᵀ / √d) V · W_o with Q, K, V = x W_q, x W_k, x W_v, in heads of d = units / heads.
 *
 * **Shape** x [seeds, batch · tokens, units]. **Source** Vaswani et al. 2017, 1706.03762.
 */
export const attention = (settings: AttentionSettings): Stage => {
  const { query, key, value, output, tokens, heads, units } = settings;
  const matrices = [query, key, value, output];
  return {
    signature: `attention(${tokens},${heads},${units},[${matrices.map(({ signature }) => signature).join(' ')}])`,
    numbers: matrices.flatMap(({ numbers }) => numbers),
    forward: (pass, input, numbers) => {
      const [ofQuery, ofKey, ofValue, ofOutput] = deal(matrices, numbers);
      const projected = [
        query.forward(pass, input, ofQuery ?? []),
        key.forward(pass, input, ofKey ?? []),
        value.forward(pass, input, ofValue ?? []),
      ] as const;
      const mixed = attend(pass, settings, projected);
      const out = output.forward(pass, mixed.output, ofOutput ?? []);
      return { output: out.output, pullback: (gradient) => mixed.pullback(out.pullback(gradient)) };
    },
    meanField: () => ({ missing: 'self-attention, whose weights depend on the tokens they mix' }),
  };
};

/** The numbers of each stage, in order. */
const deal = (stages: readonly Stage[], numbers: readonly Tensor[]): readonly (readonly Tensor[])[] => {
  let used = 0;
  return stages.map(({ numbers: { length } }) => {
    used += length;
    return numbers.slice(used - length, used);
  });
};

/** softmax(Q Kᵀ / √d) V, and the way back through all three. */
const attend = (pass: Pass, settings: AttentionSettings, projected: readonly [Flow, Flow, Flow]): Flow => {
  const { tf } = pass;
  const { split, join } = headsOf(pass, settings);
  const [queries, keys, values] = projected.map(({ output }) => split(output)) as [Tensor, Tensor, Tensor];
  const scale = 1 / Math.sqrt(settings.units / settings.heads);
  const weights = tf.softmax(tf.mul(tf.matMul(queries, keys, false, true), scale));
  const pullback = ({ tensor, logScale }: ScaledGradient): ScaledGradient => {
    const arriving = split(tensor);
    const atWeights = tf.matMul(arriving, values, false, true);
    const centred = tf.sub(atWeights, tf.sum(tf.mul(atWeights, weights), -1, true));
    const atScores = tf.mul(tf.mul(weights, centred), scale);
    const back = [
      tf.matMul(atScores, keys),
      tf.matMul(atScores, queries, true, false),
      tf.matMul(weights, arriving, true, false),
    ].map((gradient, index) => projected[index]?.pullback({ tensor: join(gradient), logScale }) as ScaledGradient);
    return back.reduce((sum, gradient) => mergeGradients(pass, sum, gradient));
  };
  return { output: join(tf.matMul(weights, values)), pullback };
};

/** [seeds, batch · tokens, units] ↔ [seeds, batch · heads, tokens, units / heads]. */
const headsOf = (
  { tf, seeds }: Pass,
  { tokens, heads, units }: AttentionSettings,
): { readonly split: (x: Tensor) => Tensor; readonly join: (x: Tensor) => Tensor } => {
  const width = units / heads;
  return {
    split: (x) => tf.reshape(tf.transpose(tf.reshape(x, [-1, tokens, heads, width]), [0, 2, 1, 3]), [seeds, -1, tokens, width]),
    join: (x) => tf.reshape(tf.transpose(tf.reshape(x, [-1, heads, tokens, width]), [0, 2, 1, 3]), [seeds, -1, units]),
  };
};
