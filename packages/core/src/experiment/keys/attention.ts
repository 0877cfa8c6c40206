import type { IntegerKey } from './key.ts';

/** Tokens of a sequence. */
export const tokens: IntegerKey = {
  kind: 'integer',
  field: 'tokens',
  name: 'tokens',
  aliases: ['sequence-length', 'context', 'context-length'],
  noun: 'number of tokens',
  summary: 'tokens of a sequence that a transformer reads',
  explanation: {
    text: [
      'How many tokens a transformer reads.',
      'Attention mixes them. At initialisation the signal of a block hardly depends on how many there are, while memory grows with their square.',
    ],
    formula: null,
    source: null,
    example: 'net=transformer depth=4 act=gelu norm=layer tokens=32',
    seeAlso: ['transformer', 'heads'],
  },
  example: 'net=transformer tokens=32',
  isVariable: true,
  minimum: 1,
  maximum: 512,
  because: { minimum: 'attention needs something to attend to', maximum: 'whose squared number of weights one reply can hold' },
  default: 16,
};

/** Heads of an attention. */
export const heads: IntegerKey = {
  kind: 'integer',
  field: 'heads',
  name: 'heads',
  aliases: ['attention-heads', 'num-heads'],
  noun: 'number of heads',
  summary: 'heads of a transformer, which share its width evenly',
  explanation: {
    text: [
      'How many attentions stand side by side in a transformer; they share its width evenly.',
      'Each scales its products by the root of its own width, so at initialisation their number changes gradients little.',
    ],
    formula: 'softmax(QKᵀ / √(width/heads)) V',
    source: 'Vaswani et al. 2017, arXiv 1706.03762',
    example: 'net=transformer depth=4 act=gelu norm=layer heads=8',
    seeAlso: ['transformer', 'tokens'],
  },
  example: 'net=transformer heads=8',
  isVariable: true,
  minimum: 1,
  maximum: 64,
  because: { minimum: 'attention has at least one head', maximum: 'beyond which heads are too narrow to tell tokens apart' },
  default: 4,
};

/** Units of a transformer's feed-forward net, as a multiple of the width. */
export const expansion: IntegerKey = {
  kind: 'integer',
  field: 'expansion',
  name: 'expansion',
  aliases: ['mlp-ratio', 'ffn-ratio'],
  noun: 'expansion',
  summary: "units of a transformer's feed-forward net, as a multiple of its width",
  explanation: {
    text: [
      'Units of the feed-forward net of a transformer, as a multiple of its width.',
      'Weights are scaled by their fan in, so expansion costs time and memory and, at initialisation, leaves the size of gradients much as it is.',
    ],
    formula: null,
    source: 'Vaswani et al. 2017, arXiv 1706.03762',
    example: 'net=transformer depth=4 act=gelu norm=layer expansion=2',
    seeAlso: ['transformer', 'width'],
  },
  example: 'net=transformer expansion=2',
  isVariable: true,
  minimum: 1,
  maximum: 8,
  because: { minimum: 'a feed-forward net has units', maximum: 'the widest feed-forward net whose weights one reply can draw' },
  default: 4,
};
