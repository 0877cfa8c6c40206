import type { Workspace } from '../workspace/workspace.ts';
import { applyAcknowledgement } from './acknowledge.ts';
import { type Acknowledgement, Delivery, type Failure, type Outcome } from './delivery.ts';
import type { Retry, Transport } from './outgoing.ts';
import type { RunRecord } from './run.ts';

/** When Slack tells an event again that was not acknowledged: at once, a minute later, five minutes later. */
const retryAfterMs: readonly number[] = [0, 60_000, 300_000];

/** The same once more, beside the run's own deliveries. */
export interface Redelivery {
  readonly acknowledged: () => Promise<Acknowledgement>;
}

/** Hands a run to the app, events again and again until they are acknowledged. */
export const deliver = (workspace: Workspace, transport: () => Transport, run: RunRecord, retry?: Retry): void => {
  const delivery = handOver(workspace, transport(), run, retry);
  delivery.whenEnded((outcome) => {
    if (outcome.kind === 'acknowledged') return run.settle(outcome.acknowledgement);
    run.timedOut ||= outcome.failure === 'http_timeout';
    const retryNum = (retry?.retryNum ?? 0) + 1;
    const waitMs = retryAfterMs[retryNum - 1];
    const isOver = run.outgoing.kind !== 'events_api' || !outcome.mayRetry || waitMs === undefined;
    if (isOver) return run.giveUp(outcome.detail);
    workspace.clock.after(waitMs, () => deliver(workspace, transport, run, { retryNum, reason: outcome.failure }));
  });
};

/** Hands a run to the app once more, as Slack does when it did not hear an acknowledgement that was sent. */
export const deliverAgain = (workspace: Workspace, transport: Transport, run: RunRecord, retry: Retry): Redelivery => {
  const delivery = handOver(workspace, transport, run, retry);
  const acknowledged = new Promise<Acknowledgement>((resolve, reject) => {
    delivery.whenEnded((outcome) =>
      outcome.kind === 'acknowledged'
        ? resolve(outcome.acknowledgement)
        : reject(new Error(`not acknowledged: ${outcome.detail}`)),
    );
  });
  acknowledged.catch(() => {});
  return { acknowledged: () => acknowledged };
};

/** Why Slack says that it tries again, where a test does not care. */
export const usualReason: Failure = 'http_timeout';

const handOver = (workspace: Workspace, transport: Transport, run: RunRecord, retry: Retry | undefined): Delivery => {
  const delivery = new Delivery(workspace.clock);
  run.attempts += 1;
  delivery.whenEnded((outcome) => judge(workspace, run, delivery, outcome));
  transport.send({ ...run.outgoing, ...(retry === undefined ? {} : { retry }) }, delivery);
  return delivery;
};

/** What was never sent, for want of a connection, is nobody's fault. */
const judge = (workspace: Workspace, run: RunRecord, { wasSent }: Delivery, outcome: Outcome): void => {
  if (outcome.kind === 'acknowledged') applyAcknowledgement(workspace, run, outcome.acknowledgement.body);
  else if (wasSent) workspace.journal.violate('acknowledged-in-time', `${nameOf(run)}: ${outcome.detail}`);
};

const nameOf = ({ payload, outgoing }: RunRecord): string => `${outgoing.kind} ${String(payload['command'] ?? payload['type'])}`;
