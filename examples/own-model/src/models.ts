import * as tf from '@tensorflow/tfjs';

const optimizer = (): tf.Optimizer => tf.train.adam(0.001);
const compiled = (model: tf.LayersModel): tf.LayersModel => {
  model.compile({ optimizer: optimizer(), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
};

/** A small convolutional network as everybody builds it. */
export const healthy = (): tf.LayersModel =>
  compiled(
    tf.sequential({
      name: 'healthy',
      layers: [
        tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 8, kernelSize: 5, activation: 'relu', name: 'edges' }),
        tf.layers.maxPooling2d({ poolSize: 2, name: 'pool_1' }),
        tf.layers.conv2d({ filters: 16, kernelSize: 5, activation: 'relu', name: 'strokes' }),
        tf.layers.maxPooling2d({ poolSize: 2, name: 'pool_2' }),
        tf.layers.flatten({ name: 'flat' }),
        tf.layers.dense({ units: 10, activation: 'softmax', name: 'digit' }),
      ],
    }),
  );

/** The same task for twelve dense layers of sigmoids: it compiles, it runs, and it does not learn. */
export const broken = (): tf.LayersModel =>
  compiled(
    tf.sequential({
      name: 'broken',
      layers: [
        tf.layers.flatten({ inputShape: [28, 28, 1], name: 'flat' }),
        ...Array.from({ length: 12 }, (_, index) =>
          tf.layers.dense({ units: 64, activation: 'sigmoid', name: `hidden_${index + 1}` }),
        ),
        tf.layers.dense({ units: 10, activation: 'softmax', name: 'digit' }),
      ],
    }),
  );
