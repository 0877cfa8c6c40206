import type { Answer, AnswerProgress, Errand, MeasuredQuestion, Progress } from '@vanish/core/study';
import type { ThemeName } from '@vanish/plots';

/** Work for a thread that plans, judges and draws, but measures nothing itself. */
export type StudioOrder =
  | { readonly kind: 'warm-up' }
  | {
      readonly kind: 'answer';
      readonly question: MeasuredQuestion;
      readonly theme: ThemeName;
      /** Errands that are run at once. */
      readonly hands: number;
      readonly budgetMs: number | null;
    }
  | { readonly kind: 'draw'; readonly answer: Answer; readonly theme: ThemeName };

/** A picture as it is sent. */
export interface Drawn {
  readonly png: Uint8Array;
  readonly alt: string;
}

/** An answer with its picture; null where it could not be drawn. */
export interface Illustrated {
  readonly answer: Answer;
  readonly picture: Drawn | null;
}

/** What such a thread says while it works. */
export type StudioNotice =
  | { readonly kind: 'answering'; readonly progress: AnswerProgress }
  | { readonly kind: 'drawing' }
  /** Somebody has to measure; the thread waits for a response. */
  | { readonly kind: 'errand'; readonly id: number; readonly errand: Errand };

/** How an errand goes, or what came of it. */
export type StudioResponse =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'brought'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly name: string; readonly message: string; readonly stack: string };
