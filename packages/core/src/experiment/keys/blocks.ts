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
  explanation: {
    text: [
      'A normalisation beside each activation, which brings signals back to a standard size.',
      'It holds the forward signal in place; what it does to the gradient depends on the activation and on where it stands.',
    ],
    formula: null,
    source: 'Ioffe & Szegedy 2015, arXiv 1502.03167; Ba, Kiros & Hinton 2016, arXiv 1607.06450',
    example: 'depth=30 act=tanh norm=layer',
    seeAlso: ['normalisation', 'norm=batch', 'norm=layer', 'place'],
  },
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
  explanation: {
    text: [
      'Whether the normalisation stands before the activation or after it.',
      'Before it, the scale of the weights no longer matters; after it, σ_w² still decides which part of the activation is used.',
    ],
    formula: null,
    source: null,
    example: 'depth=30 act=tanh init=normal gain=4 norm=layer place=after',
    seeAlso: ['place=before', 'place=after', 'norm'],
  },
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
  explanation: {
    text: [
      'The kind of way around the blocks of a residual network or a transformer.',
      'They differ in how large the branch is beside the input that goes past it, and this is the factor by which the gradient grows per block.',
    ],
    formula: 'x + α f(x)',
    source: 'He et al. 2015, arXiv 1512.03385',
    example: 'net=resnet depth=20 act=relu init=he-normal skip=scaled',
    seeAlso: ['skip-connections', 'skip=residual', 'skip=scaled', 'skipinit'],
  },
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
  explanation: {
    text: [
      'Where weights, normalisation and activation stand in a residual block: before the sum (pre, mid) or also behind it (post).',
      'What stands behind the sum stands in the way of the gradient at every block; in a transformer, pre means pre-LN and post means post-LN.',
    ],
    formula: null,
    source: 'He et al. 2016, arXiv 1603.05027; Xiong et al. 2020, arXiv 2002.04745',
    example: 'net=transformer depth=6 act=gelu norm=layer order=post',
    seeAlso: ['order=pre', 'order=post', 'transformer'],
  },
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
  explanation: {
    text: [
      'How many weight matrices stand in the branch of a residual block.',
      'More of them make a branch a small deep net of its own, with its own factor per layer; the way around it stays free.',
    ],
    formula: null,
    source: null,
    example: 'net=resnet depth=20 act=relu init=he-normal skip=scaled branch=3',
    seeAlso: ['resnet', 'branch-share', 'skip'],
  },
  example: 'net=resnet branch=1',
  isVariable: true,
  minimum: 1,
  maximum: 4,
  because: { minimum: 'a block without weights is the identity', maximum: 'beyond which a branch is a deep net of its own' },
  default: 2,
};
