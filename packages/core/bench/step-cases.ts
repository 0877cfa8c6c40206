import type { LayersModel, Optimizer, Scalar, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../src/engine/index.ts';

/** A training step as people write it with layers of TensorFlow.js, and a batch for it. */
export interface StepCase {
  readonly name: string;
  readonly build: (tf: TensorFlow) => LayersModel;
  /** **Shape** of a batch. */
  readonly input: readonly number[];
  readonly optimizer: (tf: TensorFlow) => Optimizer;
}

const classes = 10;
const adam = (tf: TensorFlow): Optimizer => tf.train.adam(0.001);

/** What `compileStep` is measured on: a small plain net, a small convolutional one, an LSTM. */
export const stepCases: readonly StepCase[] = [
  {
    name: 'mlp 6 × 64, batch 32, adam',
    input: [32, 64],
    optimizer: adam,
    build: (tf) =>
      tf.sequential({
        layers: [
          ...Array.from({ length: 6 }, (_, index) =>
            tf.layers.dense({ units: 64, activation: 'relu', ...(index === 0 ? { inputShape: [64] } : {}) }),
          ),
          tf.layers.dense({ units: classes }),
        ],
      }),
  },
  {
    name: 'conv 28 × 28, batch norm, dropout, batch 32, adam',
    input: [32, 28, 28, 1],
    optimizer: adam,
    build: (tf) =>
      tf.sequential({
        layers: [
          tf.layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same', useBias: false, inputShape: [28, 28, 1] }),
          tf.layers.batchNormalization(),
          tf.layers.reLU(),
          tf.layers.maxPooling2d({ poolSize: 2 }),
          tf.layers.conv2d({ filters: 16, kernelSize: 3, padding: 'same', activation: 'relu' }),
          tf.layers.maxPooling2d({ poolSize: 2 }),
          tf.layers.flatten(),
          tf.layers.dropout({ rate: 0.25 }),
          tf.layers.dense({ units: classes }),
        ],
      }),
  },
  {
    name: 'lstm 32 steps × 32, batch 32, adam',
    input: [32, 32, 16],
    optimizer: adam,
    build: (tf) =>
      tf.sequential({
        layers: [
          tf.layers.lstm({ units: 32, recurrentInitializer: 'glorotUniform', inputShape: [32, 16] }),
          tf.layers.dense({ units: classes }),
        ],
      }),
  },
];

/** The step of a case: batch in, loss out. */
export type TrainingStep = (x: Tensor, y: Tensor) => Scalar;

/** Builds the model of a case, its optimizer, and the step that both take. */
export const stepOf = (
  tf: TensorFlow,
  { build, optimizer }: StepCase,
): { readonly step: TrainingStep; readonly close: () => void } => {
  const [model, taker] = [build(tf), optimizer(tf)];
  const loss = (x: Tensor, y: Tensor): Scalar => tf.losses.softmaxCrossEntropy(y, model.apply(x, { training: true }) as Tensor);
  return {
    step: (x, y) => taker.minimize(() => loss(x, y), true) as Scalar,
    close: () => {
      taker.dispose();
      model.dispose();
    },
  };
};

/** A batch of normal numbers, and ten classes in turn. */
export const batchOf = (tf: TensorFlow, { input }: StepCase): readonly [Tensor, Tensor] => {
  const [size = 1] = input;
  const labels = Int32Array.from({ length: size }, (_, index) => index % classes);
  const answers = tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(labels, 'int32'), classes), 'float32'));
  return [tf.randomNormal([...input], 0, 1, 'float32', 1), answers];
};
