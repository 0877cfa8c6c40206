import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Exit } from './ends.ts';
import type { SavedModel } from './saved-model.ts';
import { lossIn, type ReadLoss } from './training-config.ts';

/** What goes with the activation that a model ends in. */
const usualLosses: Readonly<Record<string, string>> = { softmax: 'categoricalCrossentropy', sigmoid: 'binaryCrossentropy' };

/** A loss for each output, as the training config says or else as the last activation suggests, and which of the two it was. */
export const assumeLosses = (
  tf: TensorFlow,
  { training }: SavedModel,
  exits: readonly Exit[],
): { readonly losses: readonly ReadLoss[]; readonly sentences: readonly string[] } => {
  const chosen = exits.map(({ name, activation }, index) => {
    const said = lossIn(tf, training, name, index);
    if (said !== null) return { loss: said, sentence: `"${name}" is judged by ${said.title}, as the model.json says` };
    const usual = usualLosses[activation] ?? 'meanSquaredError';
    const why = training?.['loss'] === undefined ? 'the model.json names no loss' : 'the model.json names none of TensorFlow.js';
    return {
      loss: { name: usual, title: usual, loss: usual },
      sentence: `"${name}" is judged by ${usual}, since it ends in ${activation} and ${why}`,
    };
  });
  return { losses: chosen.map(({ loss }) => loss), sentences: chosen.map(({ sentence }) => sentence) };
};
