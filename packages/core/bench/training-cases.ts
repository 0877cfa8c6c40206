import { complete } from '../src/experiment/complete.ts';
import { design } from '../src/experiment/design.ts';
import type { Blueprint } from '../src/parts/blueprint.ts';

/** A network whose training is timed, one alone, and the same in PyTorch. */
export interface TrainingCase {
  readonly name: string;
  readonly net: 'mlp' | 'cnn' | 'lstm';
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  /** Positions along each side of an image. */
  readonly side: number;
  readonly optimizer: 'sgd' | 'adam';
  /** Whether PyTorch takes one cell after the other, as whoever looks at single steps has to, or its LSTM as a whole. */
  readonly byCells: boolean;
}

const plain = { net: 'mlp', depth: 20, width: 128, batch: 64, side: 1, byCells: false } as const;
const lstm = { net: 'lstm', depth: 100, width: 128, batch: 32, side: 1, optimizer: 'sgd' } as const;

/** A plain net, a small convolutional one, and an LSTM of a hundred steps. */
export const trainingCases: readonly TrainingCase[] = [
  { name: 'plain 20 × 128, sgd', ...plain, optimizer: 'sgd' },
  { name: 'plain 20 × 128, adam', ...plain, optimizer: 'adam' },
  { name: 'conv 4 × 32, 8 × 8', net: 'cnn', depth: 4, width: 32, batch: 32, side: 8, optimizer: 'sgd', byCells: false },
  { name: 'lstm, 100 steps', ...lstm, byCells: false },
  { name: 'the same, cells in torch', ...lstm, byCells: true },
];

const named = (name: string) => ({ name, parameter: null });

/** tanh networks on ten clusters. */
export const trainingBlueprintOf = ({ net, depth, width, batch, side, optimizer }: TrainingCase): Blueprint =>
  design(
    complete({
      ...{ net: named(net), depth, width, batch, seeds: 1, activation: named('tanh'), optimizer: named(optimizer), lr: 0.001 },
      ...(net === 'cnn' ? { dims: 2, size: side } : {}),
    }),
  );
