import type { Body } from '../body.ts';
import type { Delivery, Failure } from './delivery.ts';

/** Something that Slack tells the app. */
export interface Outgoing {
  readonly envelopeId: string;
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Body;
  /** Present where it was told before. */
  readonly retry?: Retry;
}

/** How often it was told before, and why it is told again. */
export interface Retry {
  readonly retryNum: number;
  readonly reason: Failure;
}

/** A way to the app. */
export interface Transport {
  /** Hands it over; the delivery hears what became of it. */
  readonly send: (outgoing: Outgoing, delivery: Delivery) => void;
}
