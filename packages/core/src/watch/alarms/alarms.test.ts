import { expect, test } from 'vitest';
import { createGuard } from '../live/raise-alarms.ts';
import type { WatchedLayer, WatchedStep } from '../live/watched-step.ts';
import type { Alarm } from './alarm.ts';
import * as shelf from './index.ts';

const alarms = Object.values<Alarm>(shelf);

const layer = (name: string, more: Partial<WatchedLayer> = {}): WatchedLayer => ({
  name,
  gradient: { log10Norm: -1, kind: 'number' },
  log10UpdateRatio: null,
  isUpdateKnown: false,
  histograms: null,
  ...more,
});

const stepOf = (step: number, layers: readonly WatchedLayer[], more: Partial<WatchedStep> = {}): WatchedStep => ({
  step,
  loss: 1,
  log10GlobalNorm: -1,
  layers,
  activations: null,
  costMs: 0,
  ...more,
});

/** Looked at, and as it should be. */
const fine = (name: string): WatchedLayer => layer(name, { log10UpdateRatio: -3, isUpdateKnown: true });
const activations = [{ layer: 'a', dead: 0.4, saturated: 0.1 }];

test.for(alarms)('$name: says what it is and where its threshold comes from', ({ summary, source, patience }) => {
  expect(summary).toMatch(/^[a-z].*[^.]$/);
  expect(source.length).toBeGreaterThan(20);
  expect(patience).toBeGreaterThanOrEqual(1);
});

test.for(alarms)('$name: is silent in a healthy training', ({ look }) => {
  const earlier = Array.from({ length: 30 }, (_, index) => stepOf(index + 1, [fine('a'), fine('b')]));
  expect(look(stepOf(31, [fine('a'), fine('b')], { activations }), earlier)).toEqual([]);
});

test('an alarm waits until it has been seen often enough in a row; steps that do not tell do not count', () => {
  const guard = createGuard(100, [shelf.stalled]);
  const stuck = layer('a', { log10UpdateRatio: -9, isUpdateKnown: true });
  const steps = [stuck, layer('a'), stuck, fine('a'), stuck, stuck, layer('a'), stuck].map((one, index) =>
    stepOf(index + 1, [one]),
  );
  expect(steps.flatMap((step) => guard(step, [])).map(({ step }) => step)).toEqual([8]);
});

test('each layer cools down by itself', () => {
  const guard = createGuard(3, [shelf.notANumber]);
  const broken = (name: string): WatchedLayer => layer(name, { gradient: { log10Norm: null, kind: 'nan' } });
  const steps = ['a', 'b', 'a', 'b', 'a', 'b'].map((name, index) => stepOf(index + 1, [broken(name)]));
  const raised = steps.flatMap((step) => guard(step, []));
  expect(raised.map(({ layer: name, step }) => [name, step])).toEqual([
    ['a', 1],
    ['b', 2],
    ['a', 5],
    ['b', 6],
  ]);
});

test('a NaN is told by the layer nearest to the loss, where it came from, and a loss alone by itself', () => {
  const broken = layer('b', { gradient: { log10Norm: null, kind: 'nan' } });
  const [finding] =
    shelf.notANumber.look(stepOf(7, [layer('a', { gradient: { log10Norm: null, kind: 'infinite' } }), broken, fine('c')]), []) ??
    [];
  expect(finding).toEqual({
    layer: 'b',
    message: 'the gradient of b is NaN at step 7, and those of 1 layer before it are not finite either',
  });
  expect(shelf.notANumber.look(stepOf(7, [fine('a')], { loss: Number.POSITIVE_INFINITY }), [])).toEqual([
    { layer: null, message: 'the loss is Infinity at step 7, while all gradients are still finite' },
  ]);
});

test('a loss that stays where it began is told, with the layer at which the gradient is lost', () => {
  const at = (step: number, loss: number, layers: readonly WatchedLayer[] = [fine('a')]): WatchedStep =>
    stepOf(step, layers, { loss });
  const flat = Array.from({ length: 99 }, (_, index) => at(index + 1, 2.3 + 0.05 * Math.exp(-index)));
  expect(shelf.notLearning.look(at(100, 2.3), flat.slice(0, 98))).not.toEqual([]);
  expect(shelf.notLearning.look(at(99, 2.3), flat.slice(0, 98))).toEqual([]);
  expect(shelf.notLearning.look(at(100, 2.3), flat.slice(1))).toEqual([]);
  const faint = [layer('a', { gradient: { log10Norm: -8, kind: 'number' } }), fine('b')];
  expect(shelf.notLearning.look(at(100, 2.3, faint), flat)).toEqual([
    {
      layer: null,
      message:
        'after 100 steps the loss has not fallen: 2.30 in the first 20, 2.30 now; the gradient at a is 7.0 decades below that at b',
    },
  ]);
  const falling = Array.from({ length: 99 }, (_, index) => at(index + 1, 2.3 * 0.99 ** index));
  expect(shelf.notLearning.look(at(100, 0.85), falling)).toEqual([]);
});
