import { relu } from '../../parts/activations/relu.ts';
import { resnet } from '../../parts/architectures/resnet.ts';
import { mid } from '../../parts/orders/mid.ts';
import { rescaled } from '../../parts/skips/rescaled.ts';
import { residual } from '../../parts/skips/residual.ts';
import type { Skip } from '../../parts/skips/skip.ts';
import { skipinit } from '../../parts/skips/skipinit.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';
import { lengthRatio, meanSquareRatio } from '../signals.ts';

const blocks = 20;

/** Residual nets without normalisation: growth per block, and what scaling the branch does to it. */
export const p14: RunnableClaim = {
  id: 'P14',
  claim:
    'A He ResNet without normalisation doubles forward and backward variance with every block; a branch scaled by 1/√L grows (1 + 1/L)ᴸ ≤ e; a branch that starts at zero changes nothing.',
  source: 'Zhang, Dauphin & Ma 2019, 1901.09321; De & Smith 2020, 2002.10444; Bachlechner et al. 2020, 2003.04887',
  takes: 'measuring',
  run: async (laboratory) => [
    ...(await compareGrowth(laboratory, { title: 'branch as it is', skip: residual, expected: 2 ** blocks, tolerance: 0.45 })),
    ...(await compareGrowth(laboratory, {
      title: 'branch scaled by 1/√L',
      skip: residual.parameter?.with(1 / Math.sqrt(blocks)) ?? residual,
      expected: (1 + 1 / blocks) ** blocks,
      tolerance: 0.12,
    })),
    ...(await compareGrowth(laboratory, {
      title: 'first matrix scaled by L^(−1/2), as Fixup does',
      skip: rescaled,
      // the net has one block more than are looked at, and scales by its own depth
      expected: (1 + 1 / (blocks + 1)) ** blocks,
      tolerance: 0.12,
    })),
    ...(await compareGrowth(laboratory, { title: 'branch starts at scale 0', skip: skipinit, expected: 1, tolerance: 1e-5 })),
  ],
};

interface Setting {
  readonly title: string;
  readonly skip: Skip;
  readonly expected: number;
  /** Relative; float32 alone where nothing is drawn into the stream. */
  readonly tolerance: number;
}

/** Stations stand where blocks begin, so one more block shows what twenty have done. */
const compareGrowth = async (laboratory: Laboratory, { title, skip, expected, tolerance }: Setting): Promise<Comparison[]> => {
  const net: PlainNet = {
    activation: relu,
    // Var W₁ = 2/n and Var W₂ = 1/n as published, evenly shared: a relu net knows the product alone
    gain: Math.SQRT2,
    depth: blocks + 1,
    width: 200,
    seeds: 48,
    batch: 4,
    parts: { net: resnet, order: mid, skip },
  };
  const profile = await laboratory.measure(net);
  const relative = { expected, tolerance, toleranceKind: 'relative' } as const;
  return [
    { quantity: `E x_20² / E x_0², ${title}`, measured: lengthRatio(profile, blocks + 1, 1), ...relative },
    { quantity: `|g_0|² / |g_20|², ${title}`, measured: meanSquareRatio(profile, 1, blocks + 1), ...relative },
  ];
};
