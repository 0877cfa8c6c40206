import type { Progress } from '@vanish/core';
import type { Errand } from '@vanish/core/study';
import type { ProbeOrder } from '../model-files/probe-model-files.ts';
import type { Selection } from './laboratory.ts';

/** Work for a thread. */
export type Order =
  | { readonly kind: 'warm-up'; readonly engine: string }
  | { readonly kind: 'errand'; readonly errand: Errand }
  | { readonly kind: 'examine' }
  | { readonly kind: 'probe'; readonly probe: ProbeOrder }
  | { readonly kind: 'reproduce'; readonly selection: Selection };

/** What a thread says while it works. */
export type Notice =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'stage'; readonly stage: string }
  /** One of several results: a row of a reproduction. */
  | { readonly kind: 'part'; readonly value: unknown };
