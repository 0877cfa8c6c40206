import type { Notion } from '../notion.ts';

/** How far the weights of a layer went during a training. */
export const movement: Notion = {
  name: 'movement',
  aliases: ['movements', 'share', 'learned-at', 'distance'],
  summary: 'how far the weights of a layer went during a training',
  explanation: {
    text: [
      "The distance between a layer's weights and where they began, as a share of their size then.",
      'A layer counts as having learned from the step on at which this share exceeded a hundredth. Layers that a vanished gradient does not reach stay near zero while the last ones move.',
    ],
    formula: '‖w − w₀‖ / ‖w₀‖',
    source: null,
    example: 'depth=10 act=sigmoid train=200',
    seeAlso: ['update-ratio', 'train', 'not-learned'],
  },
};
