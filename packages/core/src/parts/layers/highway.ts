import type { Activation } from '../activations/activation.ts';
import { chain } from './chain.ts';
import { isMissing } from './mean-field.ts';
import { mergeGradients } from './merge-gradients.ts';
import type { Stage } from './stage.ts';

/** A block and the gate that decides between it and its input. */
export interface HighwaySettings {
  readonly branch: readonly Stage[];
  /** Weights of the gate, from the stream to itself. */
  readonly gate: Stage;
  /** b, bias of the gate; negative: mostly carry. */
  readonly bias: number;
  /** σ(x + b) and 1 − σ(x + b), as functions whose averages theory takes. */
  readonly opening: Activation;
  readonly closing: Activation;
  readonly units: number;
}

/**
 * Highway block, x′ = T ⊙ f(x) + (1 − T) ⊙ x with the gate T = σ(W x + b).
 *
 * Theory takes gate, branch and stream as independent. **Source** Srivastava, Greff & Schmidhuber 2015, 1505.00387; the maps
 * derived for this project.
 */
export const highway = ({ branch, gate, bias, opening, closing, units }: HighwaySettings): Stage => {
  const inner = chain(branch);
  return {
    signature: `highway(${units},${bias},${gate.signature},[${inner.signature}])`,
    numbers: [...gate.numbers, ...inner.numbers],
    forward: (pass, input, numbers) => {
      const { tf } = pass;
      const decision = gate.forward(pass, input, numbers.slice(0, gate.numbers.length));
      const block = inner.forward(pass, input, numbers.slice(gate.numbers.length));
      const open = tf.sigmoid(tf.add(decision.output, bias));
      const closed = tf.sub(1, open);
      const slope = tf.mul(tf.mul(open, closed), tf.sub(block.output, input));
      return {
        output: tf.add(tf.mul(open, block.output), tf.mul(closed, input)),
        pullback: ({ tensor, logScale }) => {
          const throughBlock = block.pullback({ tensor: tf.mul(tensor, open), logScale });
          const throughGate = decision.pullback({ tensor: tf.mul(tensor, slope), logScale });
          const carried = { tensor: tf.mul(tensor, closed), logScale };
          return mergeGradients(pass, mergeGradients(pass, carried, throughBlock), throughGate);
        },
      };
    },
    meanField: (field) => {
      const decision = gate.meanField(field);
      const block = inner.meanField(field);
      if (isMissing(decision)) return decision;
      if (isMissing(block)) return block;
      const q = decision.field.secondMoment;
      const [open, closed] = [field.averages(opening), field.averages(closing)];
      const [mean, square, carried] = [open.mean(q), open.secondMoment(q), closed.secondMoment(q)];
      const means = block.field.mean * field.mean;
      const apart = block.field.secondMoment + field.secondMoment - 2 * means;
      const bothOpen = (): number => open.covariance(q, q > 0 ? decision.field.covariance() / q : 1);
      return {
        field: {
          secondMoment: square * block.field.secondMoment + carried * field.secondMoment + 2 * (mean - square) * means,
          mean: mean * block.field.mean + (1 - mean) * field.mean,
          covariance: () => {
            const both = bothOpen();
            return both * block.field.covariance() + (1 - 2 * mean + both) * field.covariance() + 2 * (mean - both) * means;
          },
          isGaussian: false,
        },
        gradientFactor: carried + square * block.gradientFactor + apart * open.slopeSecondMoment(q) * decision.gradientFactor,
        // what is carried keeps its direction, and is thinned out entry by entry
        logVariance: (3 * (closed.slopeFourthMoment(q) / closed.slopeSecondMoment(q) ** 2 - 1)) / units,
        rows: block.rows,
      };
    },
  };
};
