import type { Choice } from '../parts/variant.ts';
import type { Experiment } from './experiment.ts';
import { engine, spectrum } from './keys/answer.ts';
import { expansion, heads, tokens } from './keys/attention.ts';
import { branch, norm, order, place, skip } from './keys/blocks.ts';
import { dims, kernel, padding, pool, size } from './keys/convolution.ts';
import { batch, loss, seed, seeds, task } from './keys/data.ts';
import type { ChoiceKey, FlagKey, IntegerKey, Key, NumberKey } from './keys/key.ts';
import { clip, clipBy, decay, lr, optimizer, train } from './keys/learning.ts';
import { activation, bias, depth, gain, init, net, width } from './keys/network.ts';
import { chrono, forget, gate, input, radius, tied } from './keys/recurrent.ts';
import { tokenisation, vocabulary } from './keys/text.ts';

export type { ChoiceKey, FlagKey, IntegerKey, Key, NumberKey, Rows, Value } from './keys/key.ts';

/** The kinds of key that can hold a value of this type. */
type KeyOf<Held> = [Held] extends [Choice]
  ? ChoiceKey
  : [Held] extends [boolean]
    ? FlagKey
    : [Held] extends [number]
      ? IntegerKey | NumberKey<number>
      : NumberKey;

/** The key of every field of an Experiment, in the order in which a canonical text names them. */
export const keyOf: { readonly [Field in keyof Experiment]: KeyOf<Experiment[Field]> } = Object.freeze({
  net,
  depth,
  width,
  activation,
  init,
  gain,
  bias,
  norm,
  place,
  skip,
  order,
  branch,
  tokens,
  heads,
  expansion,
  kernel,
  padding,
  dims,
  size,
  pool,
  input,
  radius,
  tied,
  gate,
  forget,
  chrono,
  batch,
  seeds,
  seed,
  loss,
  task,
  vocabulary,
  tokenisation,
  optimizer,
  lr,
  clip,
  clipBy,
  decay,
  train,
  spectrum,
  engine,
});

/** All keys, in canonical order. */
export const keys: readonly Key[] = Object.freeze(Object.values(keyOf));
