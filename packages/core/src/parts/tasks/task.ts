import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Clash } from '../clash.ts';
import type { Form } from '../form.ts';
import type { Choice, Variant, VariantParameter } from '../variant.ts';
import type { Answers } from './answers.ts';

/** What a task makes of the form that a network takes. */
export interface Layout {
  /** Numbers of its own at each place; null: as many as the network likes. */
  readonly features: number | null;
  /** How many symbols there are, where a place holds the number of one; null where it holds features. */
  readonly symbols: number | null;
  /** Places, counted from the last one back, whose answers a training reads; a measurement looks at the last alone. */
  readonly reads: number;
  /** E x² of an input entry in this form; the task's own when left out. */
  readonly inputSecondMoment?: number;
  /** Correlation of two neighbouring examples in this form; the task's own when left out. */
  readonly inputCorrelation?: number;
  /** Whether inputs at the places of an example repeat each other or differ in size; no when left out. */
  readonly isUneven?: boolean;
}

/** The size of a batch. */
export interface BatchShape {
  readonly seeds: number;
  readonly batch: number;
  readonly form: Form;
  /** Features of one example, all places together. */
  readonly features: number;
  /** Places whose answers are wanted, counted from the last one back. */
  readonly reads: number;
  /** What `load` read, on the engine. */
  readonly tables: readonly Tensor[];
}

/**
 * Examples and their answers. **Shape** inputs [seeds, batch, features], or [seeds, batch, places] where places hold the numbers
 * of symbols; targets [1 or seeds, reads · batch, outputs], place after place.
 */
export interface Batch {
  readonly inputs: Tensor;
  readonly targets: Tensor;
}

/** Data that many batches are drawn from. */
export interface Table {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Settings that are usual with a task, and taken where nothing else is said. */
export interface UsualSettings extends Readonly<Partial<Record<string, Choice | number>>> {
  readonly loss?: Choice;
  readonly optimizer?: Choice;
  readonly lr?: number;
  readonly seeds?: number;
  readonly dims?: number;
  readonly size?: number;
}

/** What a task may be told by keys of its own. */
export interface TaskSettings {
  /** Symbols told apart; the rarest share one. */
  readonly vocabulary: number;
  /** What a symbol is. */
  readonly tokenisation: Choice;
}

/** Where data come from: a batch per network, drawn from its seed; what is to be new at every step of a training is drawn by `random.fresh…`. */
export interface Task extends Variant {
  readonly parameter?: VariantParameter<Task>;
  readonly signature: string;
  /** The keys that shape it and not every task, by their field in an Experiment; none when left out. */
  readonly takes?: readonly (keyof TaskSettings)[];
  readonly usual?: UsualSettings;
  /** The task as its own keys say. */
  readonly settle?: (settings: TaskSettings) => Task;
  /** What it makes of a form; a clash where it makes nothing of it, of the field `net` where it is the kind of form. Forms of any kind and as many features as wanted when left out. */
  readonly layout?: (form: Form) => Layout | Clash;
  /** Reads the data it draws from, for one form: the task as it is with them. Needed before the first batch, where it is there. */
  readonly load?: (form: Form) => Promise<Task>;
  /** What `load` read. */
  readonly tables?: readonly Table[];
  /** What is asked for. */
  readonly answers: Answers;
  /** Examples after which the classes repeat: a batch of so many has every class equally often. 1 where chance decides. */
  readonly period: number;
  /** E x² of an input entry: where theory starts. */
  readonly inputSecondMoment: number;
  /** Correlation of two neighbouring examples of a batch. */
  readonly inputCorrelation: number;
  readonly draw: (tf: TensorFlow, random: Random, shape: BatchShape) => Batch;
}

/** Features of any number, read once. */
const anyLayout: Layout = Object.freeze({ features: null, symbols: null, reads: 1 });

/** What a task makes of a form. */
export const layoutOf = ({ layout }: Task, form: Form): Layout | Clash => layout?.(form) ?? anyLayout;

/** Where theory starts. */
export interface InputMoments {
  readonly secondMoment: number;
  readonly correlation: number;
  readonly isUneven: boolean;
}

/** Where theory starts, for the inputs of a task in a form. */
export const inputMomentsOf = (task: Task, form: Form): InputMoments => {
  const layout = layoutOf(task, form);
  if (isClash(layout)) throw new Error(layout.problem);
  return {
    secondMoment: layout.inputSecondMoment ?? task.inputSecondMoment,
    correlation: layout.inputCorrelation ?? task.inputCorrelation,
    isUneven: layout.isUneven ?? false,
  };
};

/** Whether a task makes nothing of a form. */
export const isClash = (layout: Layout | Clash): layout is Clash => 'problem' in layout;
