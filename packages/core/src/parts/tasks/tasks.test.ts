import type { Tensor } from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { type Engine, enginesByRank, useEngine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import { openTables } from '../../measure/open-tables.ts';
import { type Form, placesOf, vectorForm } from '../form.ts';
import { outputsFor } from './answers.ts';
import * as shelf from './index.ts';
import { pairsWith } from './pairs.ts';
import { inputMomentsOf, isClash, type Layout, layoutOf, type Task } from './task.ts';

const { pairs } = shelf;
const sequenceOf = (places: number): Form => ({ kind: 'sequence', sides: [places], field: 'depth', isReadEverywhere: true });
const imageOf = (side: number): Form => ({ kind: 'image', sides: [side, side], field: 'size', isReadEverywhere: false });

/** Every task in every kind of form that it takes. */
const tasks: readonly Task[] = [
  ...Object.values(shelf),
  ...[-1, -0.6, 0, 0.9, 1].map((correlation) => pairs.parameter?.with(correlation) as Task),
  pairsWith({ correlation: 0.3, secondMoment: 2.5 }),
  shelf.spirals.parameter?.with(3) as Task,
  shelf.words.settle?.({ vocabulary: 30, tokenisation: { name: 'character', parameter: null } }) as Task,
];
const entries = tasks.flatMap((task) =>
  [vectorForm, sequenceOf(28), imageOf(7)].flatMap((form) => {
    const layout = layoutOf(task, form);
    return isClash(layout) ? [] : [{ title: `${task.signature} as ${form.kind}`, task, form, layout }];
  }),
);
const onEveryEngine = enginesByRank.flatMap(({ name: engineName }) => entries.map((entry) => ({ engineName, ...entry })));

interface Drawing {
  readonly seeds: number;
  readonly batch: number;
  readonly reads?: number;
  readonly firstSeed?: number;
}

interface Entry {
  readonly task: Task;
  readonly form: Form;
  readonly layout: Layout;
}

/** Features of one example, or its places, where they hold symbols. */
const featuresOf = ({ form, layout }: Omit<Entry, 'task'>): number =>
  placesOf(form) * (layout.symbols === null ? (layout.features ?? 3) : 1);

/** Inputs and targets of a batch, read back. */
const draw = async (
  { tf, ...engine }: Engine,
  { task, form, layout }: Entry,
  { seeds, batch, reads = 1, firstSeed = 0 }: Drawing,
) => {
  const loaded = (await task.load?.(form)) ?? task;
  const tables = openTables({ tf, ...engine }, loaded);
  const features = featuresOf({ form, layout });
  const drawn = tf.tidy(() => {
    const random = createRandom({ tf, ...engine }, tf.scalar(firstSeed, 'int32'));
    const { inputs, targets } = loaded.draw(tf, random, { seeds, batch, form, features, reads, tables });
    const list = (tensor: Tensor): number[][][] => tensor.arraySync() as number[][][];
    return { shapes: [inputs.shape, targets.shape], inputs: list(inputs), targets: list(targets) };
  });
  tf.dispose([...tables]);
  return { ...drawn, moments: inputMomentsOf(loaded, form), features };
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean over independent networks, and its standard error. */
const estimate = (perNetwork: readonly number[]): { readonly value: number; readonly error: number } => {
  const value = mean(perNetwork);
  const variance = mean(perNetwork.map((number) => (number - value) ** 2));
  return { value, error: Math.sqrt(variance / (perNetwork.length - 1)) };
};

/** Rounding of float32, for what does not scatter at all. */
const rounding = 1e-6;

test.for(onEveryEngine)(
  '$title on $engineName: E x² is where theory starts; symbols are whole numbers',
  async (entry, { skip }) => {
    const engine = await useEngine(entry.engineName).catch(() => skip(`${entry.engineName} does not run here`));
    const { symbols } = entry.layout;
    const { inputs, moments } = await draw(engine, entry, { seeds: 60, batch: 20 });
    if (symbols !== null) {
      const found = new Set(inputs.flat(2));
      expect([...found].every((symbol) => Number.isInteger(symbol) && symbol >= 0 && symbol < symbols)).toBe(true);
      expect(found.size).toBeGreaterThan(Math.min(symbols, 30) / 2);
    } else {
      const square = estimate(inputs.map((network) => mean(network.flat().map((x) => x * x))));
      expect(Math.abs(square.value - moments.secondMoment)).toBeLessThan(4 * square.error + rounding);
    }
  },
);

/** Of numbers the mean product, of symbols how often they are the same: vectors drawn for them are independent. */
const likeness = (one: readonly number[], other: readonly number[], symbols: number | null): number =>
  mean(one.map((x, position) => (symbols === null ? x * (other[position] as number) : Number(x === other[position]))));

test.for(entries)('$title: neighbours of a batch are correlated as it says', async (entry) => {
  const { inputs, moments } = await draw(await useEngine(), entry, { seeds: 100, batch: 20 });
  const perNetwork = inputs.map(
    (network) =>
      mean(
        network.flatMap((one, example) =>
          example % 2 === 0 ? [likeness(one, network[example + 1] as number[], entry.layout.symbols)] : [],
        ),
      ) / (entry.layout.symbols === null ? moments.secondMoment : 1),
  );
  const { value, error } = estimate(perNetwork);
  expect(Math.abs(value - moments.correlation)).toBeLessThan(4 * error + rounding);
});

const anyNumber = entries.filter(({ layout }) => layout.features === null && layout.symbols === null);

test.for(anyNumber)('$title: features of any number are normal: E x = 0, E x⁴ = 3 (E x²)²', async (entry) => {
  const { inputs, moments } = await draw(await useEngine(), entry, { seeds: 200, batch: 4 });
  const first = estimate(inputs.map((network) => mean(network.flat())));
  expect(Math.abs(first.value)).toBeLessThanOrEqual(4 * first.error);
  const fourth = estimate(inputs.map((network) => mean(network.flat().map((x) => x ** 4)) / moments.secondMoment ** 2));
  expect(Math.abs(fourth.value - 3)).toBeLessThan(4 * fourth.error);
});

const sizes: readonly Drawing[] = [
  { seeds: 1, batch: 1 },
  { seeds: 3, batch: 1 },
  { seeds: 2, batch: 7 },
  { seeds: 2, batch: 33 },
];
const sized = entries.flatMap((entry) => sizes.map((size) => ({ ...entry, ...size, size })));

test.for(sized)('$title: a batch of $batch for $seeds networks: shapes, and one answer per example', async (entry) => {
  const { task, layout, size } = entry;
  const outputs = outputsFor(task.answers);
  for (const reads of new Set([1, layout.reads])) {
    const { shapes: drawn, inputs, targets, features } = await draw(await useEngine(), entry, { ...size, reads });
    expect(drawn[0]).toEqual([size.seeds, size.batch, features]);
    expect([1, size.seeds]).toContain(drawn[1]?.[0]);
    expect(drawn[1]?.slice(1)).toEqual([reads * size.batch, outputs]);
    expect(inputs.flat(2).every(Number.isFinite)).toBe(true);
    if (task.answers.kind === 'number') continue;
    for (const target of targets.flat()) {
      expect(target.filter((entry) => entry === 0).length).toBe(outputs - 1);
      expect(target.filter((entry) => entry === 1).length).toBe(1);
    }
  }
});

test.for(entries)('$title: a batch of one period has every class equally often', async (entry) => {
  const { period, answers } = entry.task;
  if (period === 1) return;
  const { targets } = await draw(await useEngine(), entry, { seeds: 1, batch: period });
  const classes = outputsFor(answers);
  const counts = Array.from({ length: classes }, (_, label) => targets[0]?.filter((target) => target[label] === 1).length);
  expect(counts).toEqual(Array.from({ length: classes }, () => period / classes));
});

test.for(entries)('$title: the same seed gives the same data, another seed others, alone or among others', async (entry) => {
  const engine = await useEngine();
  const size = { seeds: 3, batch: 6 };
  const among = await draw(engine, entry, { ...size, firstSeed: 4 });
  expect(await draw(engine, entry, { ...size, firstSeed: 4 })).toEqual(among);
  const alone = (await draw(engine, entry, { ...size, seeds: 1, firstSeed: 5 })).inputs[0]?.flat() ?? [];
  // cosines of a whole vector register and of what is left over are rounded differently
  for (const [index, x] of (among.inputs[1] ?? []).flat().entries()) expect(alone[index]).toBeCloseTo(x, 6);
  expect(among.inputs[1]).not.toEqual(among.inputs[0]);
});

test.for(entries)('$title: a parameter has its default inside its range, and makes the task it says', ({ task }) => {
  const { parameter } = task;
  if (parameter === undefined) return;
  expect(parameter.default).toBeGreaterThanOrEqual(parameter.minimum);
  expect(parameter.default).toBeLessThanOrEqual(parameter.maximum);
  const ends = [parameter.minimum, parameter.maximum].map((value) => {
    const made = parameter.with(value);
    expect([made.name, made.parameter?.value, made.inputSecondMoment]).toEqual([task.name, value, task.inputSecondMoment]);
    return made.signature;
  });
  expect(new Set(ends).size).toBe(2);
});

const asSequence = (task: Task, places: number): Entry => {
  const form = sequenceOf(places);
  return { task, form, layout: layoutOf(task, form) as Layout };
};

test('examples of one cluster are alike, √½·√½ = ½ correlated', async () => {
  const entry = { task: shelf.clusters, form: vectorForm, layout: { features: 30, symbols: null, reads: 1 } };
  const { inputs } = await draw(await useEngine(), entry, { seeds: 100, batch: 20 });
  const perNetwork = inputs.map((network) =>
    mean(network.slice(0, 10).flatMap((one, label) => one.map((x, feature) => x * (network[label + 10]?.[feature] as number)))),
  );
  const { value, error } = estimate(perNetwork);
  expect(Math.abs(value - 0.5)).toBeLessThan(4 * error);
});

test('pairs of correlation 1 are copies, of −1 mirror images', async () => {
  const engine = await useEngine();
  for (const sign of [1, -1]) {
    const task = pairs.parameter?.with(sign) as Task;
    const entry = { task, form: vectorForm, layout: layoutOf(task, vectorForm) as Layout };
    const { inputs } = await draw(engine, entry, { seeds: 2, batch: 4 });
    for (const [one, other] of inputs.flatMap((network) => [network.slice(0, 2), network.slice(2)]))
      expect(other).toEqual(one?.map((x) => sign * x));
  }
});

test('adding: one mark in each half, and the sum of the two numbers they mark; 1/6 is lost by always saying 1', async () => {
  const { inputs, targets } = await draw(await useEngine(), asSequence(shelf.adding, 9), { seeds: 20, batch: 50 });
  const sums = inputs.flatMap((network) =>
    network.map((example) => {
      const steps = Array.from({ length: 9 }, (_, step) => [example[2 * step] as number, example[2 * step + 1] as number]);
      const marked = steps.flatMap(([number, mark], step) => (mark === 1 ? [{ number: number as number, step }] : []));
      expect(marked.map(({ step }) => step < 4)).toEqual([true, false]);
      return marked.reduce((sum, { number }) => sum + number, 0);
    }),
  );
  for (const [index, target] of targets.flat(2).entries()) expect(target).toBeCloseTo(sums[index] as number, 6);
  const lost = estimate(sums.map((sum) => (sum - 1) ** 2));
  expect(Math.abs(lost.value - 1 / 6)).toBeLessThan(4 * lost.error);
  const right = estimate(sums.map((sum) => Number(Math.abs(sum - 1) < 0.04)));
  expect(Math.abs(right.value - (1 - 0.96 ** 2))).toBeLessThan(4 * right.error);
});

test('copy: ten symbols, silence, a cue eleven steps from the end; the last ten steps ask for the symbols in order', async () => {
  const { inputs, targets } = await draw(await useEngine(), asSequence(shelf.copy, 27), { seeds: 2, batch: 5, reads: 10 });
  for (const [network, examples] of inputs.entries()) {
    for (const [position, example] of examples.entries()) {
      expect(example.slice(10)).toEqual([...Array(6).fill(8), 9, ...Array(10).fill(8)]);
      const asked = Array.from({ length: 10 }, (_, step) => targets[network]?.[step * 5 + position]?.indexOf(1));
      expect(asked).toEqual(example.slice(0, 10));
    }
  }
});

test('temporal order: X and Y stand in the second and the sixth tenth, and the class says which', async () => {
  const { inputs, targets } = await draw(await useEngine(), asSequence(shelf.temporalOrder, 50), { seeds: 2, batch: 8 });
  for (const examples of inputs) {
    for (const [position, example] of examples.entries()) {
      const shown = example.flatMap((symbol, step) => (symbol >= 4 ? [{ symbol, step }] : []));
      expect(shown.map(({ step }) => Math.floor(step / 5))).toEqual([1, 5]);
      const [first, second] = shown.map(({ symbol }) => symbol - 4);
      expect(targets[0]?.[position]?.indexOf(1)).toBe(2 * (first ?? 0) + (second ?? 0));
    }
  }
});

test('spirals: arms of one turn and a half, the second opposite to the first', async () => {
  const entry = { task: shelf.spirals, form: vectorForm, layout: layoutOf(shelf.spirals, vectorForm) as Layout };
  const { inputs } = await draw(await useEngine(), entry, { seeds: 4, batch: 40 });
  const rim = 1 / Math.sqrt(1 / 6 + 0.02 ** 2);
  for (const network of inputs) {
    for (const [example, [x = 0, y = 0]] of network.entries()) {
      const radius = Math.hypot(x, y) / rim;
      const angle = 3 * Math.PI * radius + Math.PI * (example % 2);
      const distance = Math.hypot(x / rim - radius * Math.cos(angle), y / rim - radius * Math.sin(angle));
      // a point scattered by 0.02 along the radius turns its arm by 3π · 0.02 · radius, too: four deviations of both
      expect(distance).toBeLessThan(4 * 0.02 * (1 + 3 * Math.PI * radius));
    }
  }
});

test('words: what is read is the text, word after word, and the next word is the answer', async () => {
  const form = sequenceOf(6);
  const task = await shelf.words.load?.(form);
  const ids = [...(task?.tables?.[0]?.values ?? [])];
  expect(ids.length).toBeGreaterThan(200_000);
  const { inputs, targets } = await draw(await useEngine(), asSequence(shelf.words, 6), { seeds: 2, batch: 4, reads: 6 });
  const text = ` ${ids.join(' ')} `;
  for (const [network, examples] of inputs.entries()) {
    for (const [position, example] of examples.entries()) {
      const asked = Array.from({ length: 6 }, (_, step) => targets[network]?.[step * 4 + position]?.indexOf(1) as number);
      expect(asked.slice(0, -1)).toEqual(example.slice(1));
      expect(text).toContain(` ${[...example, asked.at(-1)].join(' ')} `);
    }
  }
});

test('words: the commonest of Moby-Dick are the comma and the article, and all that are rare share the last number', async () => {
  const task = await shelf.words.load?.(sequenceOf(6));
  if (task?.answers.kind !== 'classes') throw new Error('words are classes');
  const { frequencies } = task.answers;
  expect(frequencies.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  const own = frequencies.slice(0, -1);
  expect(own).toEqual([...own].sort((one, other) => other - one));
  // 14,620 of 215,300 words of the novel are "the", as its concordances count them within a few per cent
  expect(own[1]).toBeGreaterThan(0.05);
  expect(own[1]).toBeLessThan(0.07);
});

test('digits: an image is nearer to the mean of its own class than to most others', async () => {
  const task = await shelf.digits.load?.(vectorForm);
  const values = task?.tables?.[0]?.values ?? new Float32Array();
  const image = (index: number): Float32Array => values.subarray(index * 784, (index + 1) * 784);
  const means = Array.from({ length: 10 }, (_, label) =>
    Array.from({ length: 784 }, (_, point) =>
      mean(Array.from({ length: 50 }, (_, k) => image(label * 1000 + 100 + k)[point] as number)),
    ),
  );
  const distance = (one: Float32Array, other: readonly number[]): number =>
    one.reduce((sum, x, point) => sum + (x - (other[point] as number)) ** 2, 0);
  const right = Array.from({ length: 100 }, (_, index) => {
    const label = index % 10;
    const distances = means.map((centre) => distance(image(label * 1000 + index), centre));
    return distances.indexOf(Math.min(...distances)) === label;
  });
  // nearest mean is right for four in five digits, and a mix-up of classes for one in ten
  expect(right.filter(Boolean).length).toBeGreaterThan(65);
});
