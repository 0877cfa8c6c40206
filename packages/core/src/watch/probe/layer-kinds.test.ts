import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { enginesByRank, useEngine } from '../../engine/engine.ts';
import type { ForeignLayer } from '../foreign-layer.ts';
import { override } from '../override.ts';
import { probe } from './probe.ts';
import type { ProbedLayer, ProbeReport } from './probe-report.ts';

/** Layers of TensorFlow.js that have weights, or an activation, and the shape of one example. */
const layers: Readonly<
  Record<string, { readonly make: () => tf.layers.Layer; readonly shape: number[]; readonly engines?: readonly string[] }>
> = {
  conv1d: {
    make: () => tf.layers.conv1d({ filters: 3, kernelSize: 2, activation: 'tanh' }),
    shape: [5, 2],
    engines: ['tensorflow', 'cpu'],
  },
  conv2d: {
    make: () => tf.layers.conv2d({ filters: 3, kernelSize: 2, activation: 'sigmoid' }),
    shape: [4, 4, 2],
    engines: ['tensorflow', 'cpu'],
  },
  conv2dTranspose: {
    make: () => tf.layers.conv2dTranspose({ filters: 3, kernelSize: 2 }),
    shape: [3, 3, 2],
    engines: ['tensorflow', 'cpu'],
  },
  depthwiseConv2d: {
    make: () => tf.layers.depthwiseConv2d({ kernelSize: 2, activation: 'relu' }),
    shape: [4, 4, 2],
    engines: ['tensorflow', 'cpu'],
  },
  separableConv2d: {
    make: () => tf.layers.separableConv2d({ filters: 3, kernelSize: 2 }),
    shape: [4, 4, 2],
    engines: ['tensorflow', 'cpu'],
  },
  dense: { make: () => tf.layers.dense({ units: 3, activation: 'softmax' }), shape: [4] },
  'dense on sequences': { make: () => tf.layers.dense({ units: 3, activation: 'selu' }), shape: [5, 4] },
  prelu: { make: () => tf.layers.prelu(), shape: [4] },
  leakyReLU: { make: () => tf.layers.leakyReLU({ alpha: 0.2 }), shape: [4] },
  softmax: { make: () => tf.layers.softmax(), shape: [4] },
  'activation, swish': { make: () => tf.layers.activation({ activation: 'swish' }), shape: [4] },
  batchNormalization: { make: () => tf.layers.batchNormalization(), shape: [4] },
  layerNormalization: { make: () => tf.layers.layerNormalization(), shape: [4] },
  simpleRNN: { make: () => tf.layers.simpleRNN({ units: 3 }), shape: [5, 2] },
  gru: { make: () => tf.layers.gru({ units: 3, returnSequences: true }), shape: [5, 2] },
  lstm: { make: () => tf.layers.lstm({ units: 3 }), shape: [5, 2] },
  'lstm that remembers': { make: () => tf.layers.lstm({ units: 3, stateful: true, batchInputShape: [4, 5, 2] }), shape: [5, 2] },
  'stacked cells': {
    make: () => tf.layers.rnn({ cell: [tf.layers.lstmCell({ units: 3 }), tf.layers.gruCell({ units: 2 })] as never }),
    shape: [5, 2],
  },
  bidirectional: {
    make: () =>
      tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 2, returnSequences: true }) as tf.RNN, mergeMode: 'sum' }),
    shape: [5, 2],
  },
  timeDistributed: {
    make: () => tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 2, activation: 'tanh' }) }),
    shape: [5, 3],
  },
  convLstm2d: {
    make: () => tf.layers.convLstm2d({ filters: 2, kernelSize: 2, dataFormat: 'channelsLast' }) as unknown as tf.layers.Layer,
    shape: [3, 4, 4, 1],
    engines: ['tensorflow', 'cpu'],
  },
};

const cases = enginesByRank.flatMap(({ name: engine }) =>
  Object.entries(layers).map(([kind, more]) => ({ engine, kind, ...more })),
);
const rowsOf = ({ measured }: ProbeReport): readonly ProbedLayer[] => [
  ...measured.layers,
  ...(measured.readout === null ? [] : [measured.readout]),
];

/** log₁₀ RMS of ∂loss/∂output of each layer, the way of `tf.grads`: a zero is added to what the layer puts out. */
const signalsByZeros = (model: tf.LayersModel, names: readonly string[], x: tf.Tensor, y: tf.Tensor): readonly number[] =>
  tf.tidy(() => {
    const chosen = names.map((name) => model.getLayer(name) as unknown as ForeignLayer & tf.layers.Layer);
    const zeros = chosen.map(({ outputShape }) =>
      tf.zeros((outputShape as (number | null)[]).map((size) => size ?? (x.shape[0] as number))),
    );
    const loss = (...added: tf.Tensor[]): tf.Scalar => {
      const restores = chosen.map((layer, index) => {
        const { call } = layer;
        return override(layer, 'call', (inputs: tf.Tensor, options: object) =>
          tf.add(call.call(layer, inputs, options) as tf.Tensor, added[index] as tf.Tensor),
        );
      });
      try {
        return tf.losses.meanSquaredError(y, [model.call(x, { training: true })].flat()[0] as tf.Tensor) as tf.Scalar;
      } finally {
        for (const restore of restores) restore();
      }
    };
    return tf
      .grads(loss)(zeros)
      .map((gradient) => {
        const values = [...gradient.dataSync()];
        return Math.log10(values.reduce((sum, one) => sum + one * one, 0) / values.length) / 2;
      });
  });

test.for(cases)(
  '$kind on $engine: signals are those of tf.grads, and the layer is as before',
  async ({ engine, make, shape, engines }, { skip }) => {
    if (engines !== undefined && !engines.includes(engine)) skip(`TensorFlow.js has no such gradient on ${engine}`);
    await useEngine(engine).catch(() => skip(`${engine} does not run here`));
    const input = tf.input({ batchShape: [4, ...shape] });
    const layer = make();
    const before = tf.layers.dense({ units: shape.at(-1) as number, name: 'before' });
    const flat = tf.layers
      .flatten()
      .apply(tf.layers.reshape({ targetShape: [-1, 1] }).apply(layer.apply(before.apply(input)) as tf.SymbolicTensor));
    const model = tf.model({
      inputs: input,
      outputs: tf.layers.dense({ units: 1, name: 'after' }).apply(flat) as tf.SymbolicTensor,
    });
    const [x, y] = [tf.randomNormal([4, ...shape], 0, 1, 'float32', 1), tf.randomNormal([4, 1], 0, 1, 'float32', 2)];
    const probing = { inputs: x, targets: y, loss: 'meanSquaredError' };
    const report = await probe(model, probing);
    const tensors = tf.memory().numTensors;
    const again = await probe(model, probing);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(again.measured).toEqual(report.measured);
    const rows = rowsOf(report);
    const names = rows.map(({ name }) => name).filter((name) => ['before', 'after'].includes(name));
    expect(names).toEqual(['before', 'after']);
    const expected = signalsByZeros(model, names, x, y);
    for (const [index, name] of names.entries()) {
      const signal = rows.find((row) => row.name === name)?.signal.log10Rms ?? Number.NEGATIVE_INFINITY;
      // sums of some dozen products, rounded to 2⁻²⁴ in another order where operations are fused
      expect(Math.abs(signal - (expected[index] as number))).toBeLessThan(1e-5);
    }
    expect(Object.hasOwn(layer, 'call')).toBe(false);
  },
);
