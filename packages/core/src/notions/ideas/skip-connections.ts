import type { Notion } from '../notion.ts';

/** Ways around blocks of layers, along which a gradient passes as it is. */
export const skipConnections: Notion = {
  name: 'skip-connections',
  aliases: ['skip-connection', 'residual-connections', 'residual-connection', 'residual-learning'],
  summary: 'ways around blocks of layers, along which a gradient passes as it is',
  explanation: {
    text: [
      'The input of a block is added to its output. The derivative of that sum is 1 plus what the block contributes, so no block can make the gradient vanish.',
      'The sum may grow, though: each block multiplies the squared gradient by 1 + its share. Branches scaled by depth, normalised, or started at zero keep the growth in bounds.',
    ],
    formula: '∂(x + f(x))/∂x = I + ∂f/∂x',
    source: 'He et al. 2015, arXiv 1512.03385',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=scaled',
    seeAlso: ['resnet', 'skip', 'branch-share'],
  },
};
