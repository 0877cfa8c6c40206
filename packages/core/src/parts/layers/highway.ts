import type { Activation } from '../activations/activation.ts';
import { chain } from './chain.ts';
import { isMissing } from './mean-field.ts';
import { mergeGradients } from './merge-gradients.ts';
import { observeGradientTerms, observeTerms } from './observe-paths.ts';
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
  /** Row of the report that it belongs to. */
  readonly row: number;
  readonly units: number;
}

/**
 * Highway block, x′ = T ⊙ f(x) + (1 − T) ⊙ x with the gate T = σ(W x + b).
 *
 * Theory takes gate, branch and stream as independent. **Source** Srivastava, Greff & Schmidhuber 2015, 1505.00387; the maps
 * derived for this project.
 */
export const highway = ({ branch, gate, bias, opening, closing, row, units }: HighwaySettings): Stage => {
  const inner = chain(branch);
  return {
    signature: `highway(${row},${units},${bias},${gate.signature},[${inner.signature}])`,
    numbers: [...gate.numbers, ...inner.numbers],
    forward: (pass, input, numbers) => {
      const { tf } = pass;
      const decision = gate.forward(pass, input, numbers.slice(0, gate.numbers.length));
      const block = inner.forward(pass, input, numbers.slice(gate.numbers.length));
      const open = tf.sigmoid(tf.add(decision.output, bias));
      const closed = tf.sub(1, open);
      const slope = tf.mul(tf.mul(open, closed), tf.sub(block.output, input));
      const terms = { branch: tf.mul(open, block.output), skip: tf.mul(closed, input) };
      observeTerms(pass, row, terms);
      return {
        output: tf.add(terms.branch, terms.skip),
        pullback: ({ tensor, logScale }) => {
          const throughBlock = block.pullback({ tensor: tf.mul(tensor, open), logScale });
          const throughGate = decision.pullback({ tensor: tf.mul(tensor, slope), logScale });
          const carried = { tensor: tf.mul(tensor, closed), logScale };
          // what does not come by the skip path comes through block and gate
          const through = mergeGradients(pass, throughBlock, throughGate);
          observeGradientTerms(pass, row, { branch: through, skip: carried });
          return mergeGradients(pass, carried, through);
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
      const through = square * block.gradientFactor + apart * open.slopeSecondMoment(q) * decision.gradientFactor;
      const paths = {
        terms: { branch: square * block.field.secondMoment, skip: carried * field.secondMoment },
        gradient: { branch: through, skip: carried },
      };
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
        gradientFactor: carried + through,
        // what is carried keeps its direction, and is thinned out entry by entry
        logVariance: (3 * (closed.slopeFourthMoment(q) / closed.slopeSecondMoment(q) ** 2 - 1)) / units,
        rows: [...block.rows, { row, paths }],
      };
    },
  };
};
