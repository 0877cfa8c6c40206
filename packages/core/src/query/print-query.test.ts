import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complete, defaultExperiment, defaultsFor, meansSomething } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { choiceOf } from '../experiment/keys/choice.ts';
import { type IntegerKey, type Key, keyOf, keys, type NumberKey, type Value } from '../experiment/keys.ts';
import type { Axis, Question } from '../experiment/question.ts';
import { variantsOf } from '../parts/shelf.ts';
import { askAlong } from './ask-along.ts';
import { pointLimits, rangeAxis } from './parse-axis.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { printValue } from './print-value.ts';
import { allSubjects } from './subjects.ts';
import { findListTopic, findTopic, otherListTopics } from './topics.ts';
import { verbs } from './verbs.ts';

const isBounded = (key: Key): key is IntegerKey | NumberKey => key.kind === 'integer' || key.kind === 'number';

const numberBetween = (minimum: number, maximum: number): fc.Arbitrary<number> =>
  fc
    .oneof(
      fc.double({ min: minimum, max: maximum, noNaN: true }),
      fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }),
    )
    .map((value) => value + 0);

const valuesOf = (key: Key): fc.Arbitrary<Value> => {
  switch (key.kind) {
    case 'integer':
      return fc.integer({ min: key.minimum, max: key.maximum });
    case 'number':
      return key.nullWord === null ? numberBetween(key.minimum, key.maximum) : fc.option(numberBetween(key.minimum, key.maximum));
    case 'choice':
      return fc
        .constantFrom(...variantsOf(key.shelf))
        .chain(({ name, parameter }) =>
          parameter === undefined
            ? fc.constant(choiceOf(name))
            : fc
                .option(
                  parameter.isWhole === true
                    ? fc.integer({ min: parameter.minimum, max: parameter.maximum })
                    : numberBetween(parameter.minimum, parameter.maximum),
                )
                .map((value) => choiceOf(name, value === parameter.default ? null : value)),
        );
    case 'flag':
      return fc.boolean();
    default:
      return key satisfies never;
  }
};

const experiments: fc.Arbitrary<Experiment> = fc
  .record(Object.fromEntries(keys.map((key) => [key.field, valuesOf(key)])), { requiredKeys: [] })
  .map((said) => complete(said as Partial<Experiment>));

const lists = (key: Key): fc.Arbitrary<Axis> =>
  fc
    .uniqueArray(
      valuesOf(key).map((value) => printValue(key, value)),
      { minLength: 2, maxLength: 6 },
    )
    .map((values) => ({ key: key.field, values, written: { kind: 'list' } }));

const ranges = (key: IntegerKey | NumberKey): fc.Arbitrary<Axis> =>
  fc
    .tuple(valuesOf(key), valuesOf(key), fc.option(fc.integer({ min: pointLimits.fewest, max: pointLimits.most })))
    .filter(([one, other]) => typeof one === 'number' && typeof other === 'number' && one !== other)
    .map(([one, other, points]) =>
      rangeAxis(key, { low: Math.min(Number(one), Number(other)), high: Math.max(Number(one), Number(other)) }, points),
    );

// a shelf of one variant makes no list of two
const variable = keys.filter((key) => key.isVariable && (key.kind !== 'choice' || variantsOf(key.shelf).length > 1));
const axes: fc.Arbitrary<Axis> = fc.oneof(
  fc.constantFrom(...variable).chain(lists),
  fc.constantFrom(...variable.filter(isBounded)).chain(ranges),
);

/** What varies stands at its default, as a text leaves it; a task that varies at the usual one. */
const without = (experiment: Experiment, varied: readonly Axis[]): Experiment => {
  const { task } = varied.some(({ key }) => key === 'task') ? defaultExperiment : experiment;
  return complete(Object.fromEntries(varied.map(({ key }) => [key, defaultsFor(task, varied)[key]])), experiment, varied);
};

const position = ({ key }: Axis): number => keys.findIndex(({ field }) => field === key);

/** Whether every axis means something to the network, or to one of those that are compared. */
const isMeant = (experiment: Experiment, varied: readonly Axis[]): boolean =>
  varied.every(({ key }) => meansSomething(keyOf[key], experiment, varied));

const inOrder = (varied: readonly Axis[]): readonly Axis[] => [...varied].sort((one, other) => position(one) - position(other));

const distinct = { maxLength: 3, minLength: 1, selector: ({ key }: Axis) => key };

/** As many lists as a picture tells apart, with one range or none; or two ranges. */
const varied: fc.Arbitrary<readonly Axis[]> = fc.oneof(
  fc.uniqueArray(axes, distinct),
  fc.uniqueArray(fc.constantFrom(...variable.filter(isBounded)).chain(ranges), { ...distinct, minLength: 2, maxLength: 2 }),
);

const studies: fc.Arbitrary<Question> = fc
  .tuple(experiments, varied.map(inOrder))
  .filter(([experiment, along]) => isMeant(experiment, along))
  .map(([experiment, along]) => ({ along, asked: askAlong(without(experiment, along), along) }))
  .filter(({ asked }) => asked.kind === 'read')
  .map(({ asked }) => (asked as Extract<typeof asked, { kind: 'read' }>).read);

const single: fc.Arbitrary<Question> = experiments.map((experiment) => ({
  kind: experiment.train > 0 ? 'training' : 'network',
  experiment,
}));

const versus: fc.Arbitrary<Question> = fc
  .uniqueArray(experiments, { minLength: 2, maxLength: 8, selector: (experiment) => printQuery({ kind: 'fix', experiment }) })
  .map((all) => ({ kind: 'versus', experiments: all }));

const topics = [...keys, ...verbs, ...keys.flatMap((key) => (key.kind === 'choice' ? variantsOf(key.shelf) : []))];
const words: fc.Arbitrary<Question> = fc.oneof(
  fc
    .constantFrom(null, ...topics.map(({ name }) => findTopic(name)?.name ?? null))
    .map((topic) => ({ kind: 'help', topic }) as const),
  fc
    .constantFrom(null, ...otherListTopics, ...keys.flatMap(({ name }) => findListTopic(name)?.name ?? []))
    .map((topic) => ({ kind: 'list', topic }) as const),
  fc.constantFrom(null, ...allSubjects().map(({ topic }) => topic)).map((topic) => ({ kind: 'explain', topic }) as const),
);

const fixes: fc.Arbitrary<Question> = experiments.map((experiment) => ({ kind: 'fix', experiment }));

const questions: fc.Arbitrary<Question> = fc.oneof(single, studies, versus, fixes, words);

test('parse after print is the identity', () => {
  fc.assert(
    fc.property(questions, (question) => {
      expect(parseQuery(printQuery(question))).toEqual({ kind: 'question', question });
    }),
    { numRuns: 200 },
  );
});

test('printing what was read from a print changes nothing', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const text = printQuery(question);
      const parsed = parseQuery(text);
      expect(parsed.kind === 'question' && printQuery(parsed.question)).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test('the order of the pairs does not matter', () => {
  fc.assert(
    fc.property(
      fc
        .oneof(single, studies)
        .chain((question) =>
          fc.tuple(
            fc.constant(question),
            fc.shuffledSubarray(printQuery(question).split(' '), { minLength: printQuery(question).split(' ').length }),
          ),
        ),
      ([question, pairs]) => {
        expect(parseQuery(pairs.join(' '))).toEqual({ kind: 'question', question });
      },
    ),
  );
});

test.each([
  ['', 'help'],
  ['act=sigmoid depth=10', 'depth=10 act=sigmoid'],
  ['units=128 ACT=Logistic layers=3', 'depth=3 act=sigmoid'],
  ['init=he gain=auto', 'depth=10 act=sigmoid init=he-normal'],
  ['init=normal(0.05) bias=1e-7', 'depth=10 act=sigmoid init=normal bias=1e-7'],
  ['gain=1.0,5', 'depth=10 act=sigmoid gain=1.0,5'],
  ['act=relu vs gain=2 act=sigmoid vs seeds=4', 'depth=10 act=relu vs act=sigmoid gain=2 vs seeds=4'],
  ['gain=2 vs gain=auto', 'depth=10 act=sigmoid gain=2 vs gain=auto'],
  ['clip-by=value clip=0.1 vs clip=none', 'depth=10 act=sigmoid clip=0.1 clip-by=value vs clip=none'],
  ['clip=none,0.1 clip-mode=value', 'depth=10 act=sigmoid clip=none,0.1 clip-by=value'],
  ['cure', 'fix depth=10 act=sigmoid'],
  ['seeds=3 --depth 2...64', 'depth=2..64 act=sigmoid seeds=3'],
])('"%s" is written "%s"', (text, canonical) => {
  const parsed = parseQuery(text);
  expect(parsed.kind === 'question' && printQuery(parsed.question)).toBe(canonical);
});
