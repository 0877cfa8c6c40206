import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import type { Parameter, ParameterRequest } from '../../parts/layers/stage.ts';
import { createPass } from '../create-pass.ts';
import { runForward, stageNumbers } from '../run-pass.ts';

/** The parameters of all networks, and the row of the report that each belongs to; null for biases. */
export interface TrainedNetworks {
  readonly parameters: readonly Tensor[];
  readonly rows: readonly (number | null)[];
}

/** The parameters as they are drawn, W = scale · draw; the caller disposes of them. */
export const drawParameters = (engine: Engine, blueprint: Blueprint): TrainedNetworks => {
  const { tf } = engine;
  const { hidden, readout, task, seeds, batch, features, firstSeed } = blueprint;
  const rows: (number | null)[] = [];
  const parameters = tf.tidy(() => {
    const random = createRandom(engine, tf.scalar(firstSeed, 'int32'));
    const drawn: Tensor[] = [];
    const parameter = ({ row, draw, scale }: ParameterRequest): Parameter => {
      rows.push(row);
      const standard = draw();
      const value = tf.mul(standard, scale(standard));
      drawn.push(value);
      return given(value, tf.scalar(1), () => undefined);
    };
    const pass = createPass(engine, { random, seeds, parameter, isTraining: true });
    const { inputs } = task.draw(tf, random, { seeds, batch, features });
    runForward(pass, [...hidden, ...readout], inputs, tf.tensor1d([...stageNumbers(blueprint)]));
    return drawn;
  });
  return { parameters, rows };
};

/** A parameter that training has the value of. */
export const given = (draw: Tensor, scale: Tensor, learn: Parameter['learn']): Parameter => ({ draw, scale, learn });
