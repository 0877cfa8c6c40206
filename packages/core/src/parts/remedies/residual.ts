import type { Choice } from '../variant.ts';
import type { Remedy } from './remedy.ts';

/** Residual connections around blocks of two layers, scaled by depth. **Source** He et al. 2015, 1512.03385; De & Smith 2020, 2002.10444. */
export const residual: Remedy = {
  name: 'residual',
  aliases: ['skip-connections'],
  summary: 'residual connections, the branch scaled by depth',
  explanation: {
    text: [
      'Puts ways around the blocks of the network, with branches divided by the root of the depth.',
      'They carry the gradient past every block as it is, and what branches add stays below a factor of e over all of them.',
      'The layers inside are no better than before; the gradient merely no longer depends on them.',
    ],
    formula: 'x + f(x)/√L',
    source: 'He et al. 2015, arXiv 1512.03385; De & Smith 2020, arXiv 2002.10444',
    example: 'net=resnet depth=30 act=sigmoid skip=scaled',
    seeAlso: ['skip-connections', 'skip=scaled', 'resnet'],
  },
  mends: 'signal',
  exchanges: 'skips',
  why: 'skip connections carry the gradient past every block as it is, and branches divided by the root of the depth add little',
  propose: ({ net, skip }) => {
    const residualNet = withSkips[net.name];
    const scaled = { skip: { name: 'scaled', parameter: null } };
    if (residualNet !== undefined) return { net: { name: residualNet, parameter: null }, ...scaled };
    return hasBlocks(net) && skip.name !== 'scaled' ? scaled : null;
  },
};

/** The residual network of the same layers. */
const withSkips: Readonly<Record<string, string>> = { mlp: 'resnet', cnn: 'rescnn' };

/** Whether a network is one of the residual ones. */
export const hasBlocks = ({ name }: Choice): boolean => Object.values(withSkips).includes(name);
