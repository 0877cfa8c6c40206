/** One of several classes. */
export interface ClassAnswers {
  readonly kind: 'classes';
  /** How often each class comes. Sums to 1. */
  readonly frequencies: readonly number[];
  /** Whether the inputs leave the answer open, as the words so far do; no when left out. */
  readonly areOpen?: boolean;
}

/** A number. */
export interface NumberAnswers {
  readonly kind: 'number';
  readonly mean: number;
  readonly variance: number;
  /** How far an answer may be off and still count as right. */
  readonly tolerance: number;
  /** How often the mean itself is right. */
  readonly rightByMean: number;
}

/** What a task asks for. */
export type Answers = ClassAnswers | NumberAnswers;

/** Classes that come equally often. */
export const equalClasses = (count: number): ClassAnswers => ({
  kind: 'classes',
  frequencies: Array.from({ length: count }, () => 1 / count),
});

/** Outputs of a readout. */
export const outputsFor = (answers: Answers): number => (answers.kind === 'classes' ? answers.frequencies.length : 1);

/** How often an answer is right that knows nothing but how often each comes. */
export const chanceAccuracy = (answers: Answers): number =>
  answers.kind === 'classes' ? Math.max(...answers.frequencies) : answers.rightByMean;

/** E t² of an entry of the targets: one-hot classes, or the number itself. */
export const targetSecondMoment = (answers: Answers): number =>
  answers.kind === 'classes' ? 1 / answers.frequencies.length : answers.mean ** 2 + answers.variance;
