import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import type { Parameter, ParameterRequest } from '../../parts/layers/stage.ts';
import { createPass } from '../create-pass.ts';
import { drawBatch, runForward, scalarsOf } from '../run-pass.ts';

/** Whose weights a parameter is: a row of the report, and who shares it. */
export interface Owner {
  readonly row: number;
  readonly sharedBy: string | null;
}

/** The parameters of all networks, and the row of the report that each belongs to; null for biases. */
export interface TrainedNetworks {
  readonly parameters: readonly Tensor[];
  readonly owners: readonly (Owner | null)[];
}

/** The parameters as they are drawn, W = scale · draw; the caller disposes of them. */
export const drawParameters = (engine: Engine, blueprint: Blueprint, tables: readonly Tensor[]): TrainedNetworks => {
  const { tf } = engine;
  const { hidden, readout, seeds, firstSeed } = blueprint;
  const owners: (Owner | null)[] = [];
  const parameters = tf.tidy(() => {
    const random = createRandom(engine, tf.scalar(firstSeed, 'int32'));
    const drawn: Tensor[] = [];
    const parameter = ({ row, sharedBy, draw, scale }: ParameterRequest): Parameter => {
      owners.push(row === null ? null : { row, sharedBy: sharedBy ?? null });
      const standard = draw();
      const value = tf.mul(standard, scale(standard));
      drawn.push(value);
      return { draw: value, scale: tf.scalar(1), learn: () => undefined, learnProduct: () => undefined };
    };
    const pass = createPass(engine, { random, seeds, parameter, isTraining: true });
    const { inputs } = drawBatch(pass, blueprint, tables);
    runForward(pass, [...hidden, ...readout], inputs, scalarsOf(tf, blueprint));
    return drawn;
  });
  return { parameters, owners };
};
