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
  explanation: {
    text: [
      'Whether the singular values of the Jacobian from input to output are computed, too.',
      'They tell what the mean factor hides: how differently the directions of a gradient fare. All equal is dynamical isometry.',
    ],
    formula: 'J = ∏ D_l W_l',
    source: 'Pennington, Schoenholz & Ganguli 2017, arXiv 1711.04735',
    example: 'depth=10 act=relu init=he-normal spectrum=true width=64',
    seeAlso: ['dynamical-isometry', 'spectrum-variance', 'orthogonal'],
  },
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
  explanation: {
    text: [
      'What computes: TensorFlow, WebAssembly or plain JavaScript.',
      'All draw the same networks; they differ in speed, and in the last digits of float32.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=sigmoid engine=wasm',
    seeAlso: ['engine=auto', 'engine=tensorflow', 'engine=wasm'],
  },
  example: 'engine=wasm',
  isVariable: false,
  shelf: engineChoices,
  default: choiceOf('auto'),
};
