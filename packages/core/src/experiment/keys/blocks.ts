import * as norms from '../../parts/norms/index.ts';
import * as orders from '../../parts/orders/index.ts';
import * as places from '../../parts/places/index.ts';
import * as skips from '../../parts/skips/index.ts';
import { choiceOf, shelfWith } from './choice.ts';
import type { ChoiceKey, IntegerKey } from './key.ts';

/** Normalisation. */
export const norm: ChoiceKey = {
  kind: 'choice',
  field: 'norm',
  name: 'norm',
  aliases: ['normalization', 'normalisation', 'normalizer', 'normaliser'],
  noun: 'normalisation',
  plural: 'normalisations',
  summary: 'normalisation beside the activation; batch(1e-5) sets its epsilon',
  example: 'norm=layer',
  isVariable: true,
  shelf: shelfWith(norms),
  default: choiceOf('none'),
};

/** Whether the normalisation stands before or after the activation. */
export const place: ChoiceKey = {
  kind: 'choice',
  field: 'place',
  name: 'place',
  aliases: ['norm-place', 'norm-position'],
  noun: 'place',
  plural: 'places',
  summary: 'whether the normalisation stands before or after the activation',
  example: 'place=after',
  isVariable: true,
  shelf: shelfWith(places),
  default: choiceOf('before'),
};

/** Skip connections. */
export const skip: ChoiceKey = {
  kind: 'choice',
  field: 'skip',
  name: 'skip',
  aliases: ['residual', 'residuals', 'skips', 'skip-connections', 'shortcut'],
  noun: 'skip connection',
  plural: 'skip connections',
  summary: 'the way around each block of a residual network',
  example: 'net=resnet skip=scaled',
  isVariable: true,
  shelf: shelfWith(skips),
  default: choiceOf('residual'),
};

/** Order of weights, normalisation and activation in a residual block. */
export const order: ChoiceKey = {
  kind: 'choice',
  field: 'order',
  name: 'order',
  aliases: ['block', 'block-order'],
  noun: 'order',
  plural: 'orders',
  summary: 'order of weights, norm and activation in a residual block',
  example: 'net=resnet order=post',
  isVariable: true,
  shelf: shelfWith(orders),
  default: choiceOf('pre'),
};

/** Weight matrices of a residual branch. */
export const branch: IntegerKey = {
  kind: 'integer',
  field: 'branch',
  name: 'branch',
  aliases: ['branch-depth', 'layers-per-block'],
  noun: 'branch depth',
  summary: 'weight matrices in each branch of a residual network',
  example: 'net=resnet branch=1',
  isVariable: true,
  minimum: 1,
  maximum: 4,
  because: { minimum: 'a block without weights is the identity', maximum: 'beyond which a branch is a deep net of its own' },
  default: 2,
};
