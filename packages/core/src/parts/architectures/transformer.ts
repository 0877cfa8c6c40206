import { activate } from '../layers/activate.ts';
import { attention } from '../layers/attention.ts';
import type { Stage } from '../layers/stage.ts';
import { station } from '../layers/station.ts';
import { meanOfTokens, toTokens } from '../layers/tokens.ts';
import { type Architecture, type BuildSettings, keptPerActivation, weights } from './architecture.ts';
import { withReadout } from './readout.ts';

/**
 * Transformer encoder: depth × (self-attention, feed-forward), each around a skip connection and normalised before (order=pre)
 * or after it (order=post); the mean over tokens goes to the readout. The signal is the gradient at the stream where a block
 * begins, and the correlation that of neighbouring tokens. **Source** Vaswani et al. 2017, 1706.03762; Xiong et al. 2020, 2002.04745.
 */
export const transformer: Architecture = {
  name: 'transformer',
  aliases: ['attention', 'self-attention'],
  summary: 'attention and feed-forward blocks',
  explanation: {
    text: [
      'Blocks of self-attention and of a small feed-forward net, each with a way around it; the mean over tokens is read out.',
      'Where the normalisation stands decides how large the weight gradients of the last blocks are: before each sublayer (order=pre) they shrink as depth grows, after each sum (order=post) they stay as large, however deep the network.',
      'Large gradients next to the loss are why post-LN asks for a slow start of the learning rate.',
    ],
    formula: 'x′ = x + attention(N(x)),  x″ = x′ + W₂ φ(W₁ N(x′))',
    source: 'Vaswani et al. 2017, arXiv 1706.03762; Xiong et al. 2020, arXiv 2002.04745',
    example: 'net=transformer depth=6 act=gelu norm=layer',
    seeAlso: ['order', 'norm=layer', 'heads', 'tokens'],
  },
  takes: ['skip', 'order', 'tokens', 'heads', 'expansion'],
  clash: ({ width, heads, spectrum }) => {
    if (spectrum)
      return {
        field: 'spectrum',
        problem: 'spectrum=true means a Jacobian over all tokens, too large for one reply',
        nearest: false,
      };
    if (width % heads === 0) return null;
    return { field: 'heads', problem: `heads=${heads} does not divide width=${width}`, nearest: largestDivisor(width, heads) };
  },
  form: ({ tokens }) => ({ kind: 'sequence', sides: [tokens], field: 'tokens', isReadEverywhere: false }),
  isStream: true,
  isOrderBlind: true,
  size: ({ depth, width, tokens, heads, expansion }) => {
    const entries = depth * (4 + 2 * expansion) * width * width;
    return {
      weights: entries,
      products: tokens * (entries + 2 * depth * tokens * width),
      kept: depth * tokens * ((expansion + 4) * width * keptPerActivation + 4 * heads * tokens),
    };
  },
  build: (settings) => {
    const { depth, width, norm, order, tokens, expansion } = settings;
    const rows = Array.from({ length: depth }, (_, row) => ({
      name: `block ${row + 1}`,
      units: width,
      activated: expansion * width,
      positions: tokens,
      branches: ['attention', 'feed-forward'],
    }));
    const hidden = [toTokens(tokens, width), ...rows.flatMap((_, row) => block(settings, row))];
    // a stream that no block normalises on its way is normalised once at its end
    const last = order.isNormalisedFirst ? norm.stages() : [];
    const trunk = { hidden, rows, recursion: null, story: attentionStory };
    return withReadout(settings, trunk, [...last, meanOfTokens(tokens, width)]);
  },
};

/** The largest number up to `most` that divides `number`. */
const largestDivisor = (number: number, most: number): number => {
  let divisor = Math.min(most, number);
  while (number % divisor !== 0) divisor -= 1;
  return divisor;
};

const attentionStory = (factor: number): string =>
  factor >= 1
    ? 'Attention and feed-forward add to what the skip paths pass on.'
    : 'What comes after each sum passes less than the whole gradient on.';

const block = (settings: BuildSettings, row: number): readonly Stage[] => [
  station(row),
  ...sublayer(settings, row, (factors) => [attend(settings, row, factors)]),
  ...sublayer(settings, row, (factors) => feedForward(settings, row, factors)),
];

/** Two matrices in a row pass what a sublayer adds: value and output, or the two of the feed-forward net. */
const matrices = 2;

const sublayer = (
  settings: BuildSettings,
  row: number,
  inner: (factors: readonly number[]) => readonly Stage[],
): readonly Stage[] => {
  const { depth, width, norm, order, skip } = settings;
  const branch = (factors: readonly number[] = []): readonly Stage[] =>
    order.isNormalisedFirst ? [...norm.stages(), ...inner(factors)] : inner(factors);
  const gate = (): Stage => weights(settings, { row, fanIn: width, fanOut: width });
  const wrapped = skip.wrap({ row, units: width, blocks: 2 * depth, matrices, branch, gate });
  return order.isNormalisedFirst ? wrapped : [...wrapped, ...norm.stages()];
};

const attend = (settings: BuildSettings, row: number, [first = 1, second = 1]: readonly number[]): Stage => {
  const { width: units, tokens, heads } = settings;
  const square = (factor: number): Stage => weights(settings, { row, fanIn: units, fanOut: units, factor });
  return attention({ query: square(1), key: square(1), value: square(first), output: square(second), tokens, heads, units });
};

const feedForward = (settings: BuildSettings, row: number, [first = 1, second = 1]: readonly number[]): readonly Stage[] => {
  const { width, expansion, activation } = settings;
  const inner = expansion * width;
  return [
    weights(settings, { row, fanIn: width, fanOut: inner, factor: first }),
    activate({ row, units: inner, activation }),
    weights(settings, { row, fanIn: inner, fanOut: width, factor: second }),
  ];
};
