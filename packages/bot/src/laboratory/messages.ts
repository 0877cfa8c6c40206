import type { Experiment } from '@vanish/core';
import type { Selection } from './laboratory.ts';

/** Work for the thread, numbered so that answers find their question. */
export type Order =
  | { readonly kind: 'warm-up'; readonly engine: string }
  | { readonly kind: 'measure'; readonly experiment: Experiment }
  | { readonly kind: 'train'; readonly experiment: Experiment }
  | { readonly kind: 'examine' }
  | { readonly kind: 'reproduce'; readonly selection: Selection };

/** What the thread says while and after it works. */
export type Notice =
  | { readonly kind: 'progress'; readonly stage: string }
  /** One of several results: a row of a reproduction. */
  | { readonly kind: 'part'; readonly value: unknown }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly stack: string };

export interface NumberedOrder {
  readonly number: number;
  readonly order: Order;
}

export interface NumberedNotice {
  readonly number: number;
  readonly notice: Notice;
}
