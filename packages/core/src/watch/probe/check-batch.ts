import type { LayersModel, SymbolicTensor, Tensor } from '@tensorflow/tfjs';
import { inputNamesOf, outputNamesOf } from '../foreign-layer.ts';
import { WatchError } from '../watch-error.ts';

/** One tensor, or one per input or output: in order, or by name. */
export type Batch = Tensor | readonly Tensor[] | Readonly<Record<string, Tensor>>;

/**
 * The tensors of a batch in the order in which a model takes them.
 *
 * **Throws** WatchError where one is missing, disposed of, or of another shape than the model's, and names it.
 */
export const inputsFor = (model: LayersModel, batch: Batch): readonly Tensor[] => {
  const names = inputNamesOf(model);
  if (names.length === 0)
    throw new WatchError(
      `model "${model.name}" does not know its inputs - give its first layer an inputShape, or call model.build first`,
    );
  const tensors = inOrder(batch, names, 'input', model.name);
  for (const [index, tensor] of tensors.entries()) {
    const name = names[index] ?? '';
    mustLive(tensor, `input "${name}"`, name);
    const { shape } = model.inputs[index] as SymbolicTensor;
    const fits = shape.length === tensor.rank && shape.every((size, axis) => size === null || size === tensor.shape[axis]);
    if (!fits)
      throw new WatchError(
        `input "${name}" of model "${model.name}" is of shape [${inWords(shape)}], given was [${inWords(tensor.shape)}] - null stands for any number of examples`,
        { layer: name },
      );
  }
  mustAgree(tensors, 'inputs', model.name);
  return tensors;
};

/** The targets in the order of a model's outputs. Of which shape they have to be, their losses know. **Throws** WatchError as above. */
export const targetsFor = (model: LayersModel, batch: Batch, examples: number): readonly Tensor[] => {
  const names = outputNamesOf(model);
  const tensors = inOrder(batch, names, 'target', model.name);
  for (const [index, tensor] of tensors.entries()) {
    const name = names[index] ?? '';
    mustLive(tensor, `the target of "${name}"`, name);
    if (tensor.shape[0] !== examples)
      throw new WatchError(`the target of "${name}" holds ${tensor.shape[0] ?? 'no'} examples, the inputs ${examples}`, {
        layer: name,
      });
  }
  return tensors;
};

/** Whether a tensor can still be read. */
export const mustLive = (tensor: Tensor, what: string, layer: string | null): void => {
  if (typeof tensor?.dataSync !== 'function')
    throw new WatchError(
      `${what} is ${tensor === null ? 'null' : typeof tensor} - a tensor is needed, such as tf.tensor2d(rows)`,
      { layer },
    );
  if (tensor.isDisposed)
    throw new WatchError(`${what} is disposed of - probe before you dispose of it, or outside of its tf.tidy`, { layer });
};

const inOrder = (batch: Batch, names: readonly string[], kind: 'input' | 'target', model: string): readonly Tensor[] => {
  if (batch === undefined || batch === null)
    throw new WatchError(
      `no ${kind}s were given - probe(model, { inputs, targets, loss }) wants one tensor for ${listed(names)}`,
    );
  if (isTensor(batch)) return ofCount([batch], names, kind, model);
  if (Array.isArray(batch)) return ofCount(batch as readonly Tensor[], names, kind, model);
  const byName = batch as Readonly<Record<string, Tensor>>;
  const unknown = Object.keys(byName).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new WatchError(`model "${model}" has no ${kind} "${unknown}" - it has ${listed(names)}`);
  return names.map((name) => {
    const tensor = byName[name];
    if (tensor === undefined) throw new WatchError(`the ${kind} "${name}" of model "${model}" is missing`, { layer: name });
    return tensor;
  });
};

const isTensor = (batch: Batch): batch is Tensor => typeof (batch as Tensor).dataSync === 'function';

const ofCount = (tensors: readonly Tensor[], names: readonly string[], kind: string, model: string): readonly Tensor[] => {
  if (tensors.length === names.length) return tensors;
  throw new WatchError(`model "${model}" takes ${names.length} ${kind}s (${listed(names)}), given were ${tensors.length}`);
};

const mustAgree = (tensors: readonly Tensor[], what: string, model: string): void => {
  const sizes = [...new Set(tensors.map(({ shape }) => shape[0]))];
  if (sizes.length > 1)
    throw new WatchError(`the ${what} of model "${model}" hold different numbers of examples: ${sizes.join(', ')}`);
};

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const inWords = (shape: readonly (number | null)[]): string => shape.map((size) => size ?? 'null').join(', ');
