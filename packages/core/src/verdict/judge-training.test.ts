import { expect, test } from 'vitest';
import { complete } from '../experiment/complete.ts';
import type { Movement, TrainingRecord } from '../measure/training/training-record.ts';
import { judgeTraining } from './judge-training.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

const experiment = complete({ train: 20 });

const verdictOf = (kind: VerdictKind): Verdict => ({
  kind,
  headline: '',
  cause: '',
  signal: '',
  update: '',
  evidence: [],
  advice: [],
});

const recordWith = (accuracy: number, learnedAt: readonly (number | null)[] = [3, 5]): TrainingRecord => ({
  steps: Array.from({ length: 20 }, (_, index) => ({
    step: index + 1,
    loss: { mean: 2, sd: 0.1 },
    lossPerSeed: [2],
    accuracy,
    rows: [],
  })),
  histograms: [],
  binDecades: 0.25,
  movements: learnedAt.map((step, index) => ({ row: index, name: `dense ${index + 1}`, share: 0.1, learnedAt: step })),
  chanceLoss: Math.log(10),
  chanceAccuracy: 0.1,
  answersPerStep: 400,
  answers: 'classes',
  stopped: null,
});

test.each([
  [0.95, 'learned', 'healthy', true],
  [0.95, 'learned', 'vanishing', false],
  [0.3, 'partly', 'borderline', true],
  [0.3, 'partly', 'exploding', true],
  [0.12, 'not', 'vanishing', true],
  [0.12, 'not', 'healthy', false],
] as const)('accuracy %d is "%s"; the verdict "%s" was right: %s', (accuracy, outcome, kind, wasRight) => {
  const verdict = judgeTraining(experiment, verdictOf(kind), recordWith(accuracy));
  expect(verdict).toMatchObject({ outcome, wasInitialVerdictRight: wasRight });
  expect(verdict.headline).toContain('(chance 10 %), the loss 2.00 (chance 2.30).');
});

/** Losses of twenty steps around a mean, two alike and two apart by turns. */
const withLosses = (answers: TrainingRecord['answers'], loss: number, spread: number): TrainingRecord => ({
  ...recordWith(0.3),
  steps: recordWith(0.3).steps.map((step, index) => ({ ...step, loss: { mean: loss + spread * (-1) ** index, sd: 0.1 } })),
  chanceLoss: answers === 'number' ? 1 / 6 : 4.6,
  answers,
});

test.each([
  ['number', 0.01, 0.001, 'learned'],
  ['number', 0.12, 0.001, 'partly'],
  ['number', 0.16, 0.001, 'not'],
  ['number', 0.14, 0.05, 'not'],
  ['open-classes', 3.9, 0.05, 'learned'],
  ['open-classes', 4.4, 0.05, 'partly'],
  ['open-classes', 4.55, 0.05, 'not'],
] as const)('%s: a loss of %d ± %d is "%s"', (answers, loss, spread, outcome) => {
  const verdict = judgeTraining(experiment, verdictOf('healthy'), withLosses(answers, loss, spread));
  expect(verdict.outcome).toBe(outcome);
  expect(verdict.headline).toContain(answers === 'number' ? 'near enough is 30 % (chance' : '(by frequency alone 4.60)');
});

test('what chance brings on few answers is not learned', () => {
  const few = { ...recordWith(0.25), answersPerStep: 10 };
  // 3 standard errors of twenty answers at one in ten are 0.2
  expect(judgeTraining(experiment, verdictOf('healthy'), few).outcome).toBe('not');
  expect(judgeTraining(experiment, verdictOf('healthy'), recordWith(0.25)).outcome).toBe('partly');
});

test('a training that broke says where', () => {
  const record = { ...recordWith(0.1), stopped: { step: 7, name: 'dense 2' } };
  expect(judgeTraining(experiment, verdictOf('exploding'), record).headline).toBe(
    'Stopped: in step 7 dense 2 was no longer a finite number.',
  );
});

test.each([
  [[3, 5], 'All weights moved by a hundredth of their size, by step 3 to 5.'],
  [[4, 4], 'All weights moved by a hundredth of their size, by step 4.'],
  [[null, 6], 'Weights moved by a hundredth of their size at dense 2, by step 6; dense 1 did not.'],
  [[null, null], 'No weights moved by a hundredth of their size.'],
] as const)('layers that learned at %j', (learnedAt, sentence) => {
  expect(judgeTraining(experiment, verdictOf('healthy'), recordWith(0.9, learnedAt)).layers).toBe(sentence);
});

test('a gradient that fades over time hides the first steps alone: weights that all steps share may learn', () => {
  const record = recordWith(0.9);
  const [first, ...others] = record.movements;
  const recurrent = { ...record, movements: [{ ...(first as Movement), name: 'all steps' }, ...others] };
  const verdict = judgeTraining(experiment, verdictOf('vanishing'), recurrent);
  expect(verdict.wasInitialVerdictRight).toBe(true);
  expect(verdict.initially).toContain(
    'which hides what lies far back and not the last steps, so learning was to be expected: right.',
  );
});

/** The verdict before a training, with a piece of advice. */
const advised = (kind: VerdictKind, query: string): Verdict => ({
  ...verdictOf(kind),
  advice: [{ query, why: 'so that it passes', expected: '' }],
});

test.each([
  [0.95, advised('vanishing', 'depth=10 act=relu'), null],
  [0.12, advised('vanishing', 'depth=10 act=relu'), 'depth=10 act=relu train=20'],
  // a remedy may ask for a training of its own
  [0.12, advised('exploding', 'depth=10 act=relu clip=1 train=150'), 'depth=10 act=relu clip=1 train=150'],
  [0.3, advised('healthy', 'depth=40 act=sigmoid'), 'depth=10 act=sigmoid train=80'],
  [0.12, verdictOf('vanishing'), 'depth=10 act=sigmoid train=80'],
] as const)('accuracy %d after a verdict of %o: the next training is %s', (accuracy, initial, query) => {
  expect(judgeTraining(experiment, initial, recordWith(accuracy)).advice?.query ?? null).toBe(query);
});

test('a training that broke in a healthy network takes smaller steps', () => {
  const record = { ...recordWith(0.1), stopped: { step: 7, name: 'dense 2' } };
  expect(judgeTraining(experiment, verdictOf('healthy'), record).advice?.query).toBe('depth=10 act=sigmoid lr=0.001 train=20');
});
