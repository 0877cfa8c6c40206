import { engineChoices } from '../engine-choices.ts';
import { choiceOf } from './choice.ts';
import type { ChoiceKey, FlagKey } from './key.ts';

/** Whether the Jacobian is decomposed. */
export const spectrum: FlagKey = {
  kind: 'flag',
  field: 'spectrum',
  name: 'spectrum',
  aliases: ['jacobian', 'singular-values', 'svd'],
  noun: 'spectrum',
  summary: 'singular values of the input-output Jacobian, too',
  example: 'spectrum=true',
  isVariable: false,
  default: false,
};

/** Which engine computes. */
export const engine: ChoiceKey = {
  kind: 'choice',
  field: 'engine',
  name: 'engine',
  aliases: ['backend'],
  noun: 'engine',
  plural: 'engines',
  summary: 'what computes; auto takes the fastest present',
  example: 'engine=wasm',
  isVariable: false,
  shelf: engineChoices,
  default: choiceOf('auto'),
};
