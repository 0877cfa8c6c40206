import type { Body } from '../body.ts';
import { deliver } from '../delivery/courier.ts';
import type { Outgoing, Transport } from '../delivery/outgoing.ts';
import type { ResponsePlace, ResponseUrls } from '../delivery/response-urls.ts';
import { RunRecord } from '../delivery/run.ts';
import { eventPayload } from '../payloads.ts';
import type { Channel } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** On what people act, and how the app hears of it. */
export interface Stage {
  readonly workspace: Workspace;
  readonly responseUrls: ResponseUrls;
  readonly transport: () => Transport;
}

/** Who acts where. */
export interface Actor {
  readonly user: string;
  readonly channel: string | null;
}

/** Tells the app of something that carries a `trigger_id`, and a `response_url` where there is a place for answers. */
export const interact = (
  { workspace, responseUrls, transport }: Stage,
  kind: Exclude<Outgoing['kind'], 'events_api'>,
  { user, channel }: Actor,
  place: ResponsePlace | null,
  payload: Body,
): RunRecord => {
  const id = workspace.triggers.issue(user);
  const address = place === null ? null : responseUrls.issue(place);
  const outgoing: Outgoing = {
    kind,
    envelopeId: workspace.identifiers.next('E'),
    payload: { ...payload, trigger_id: id, ...(address === null ? {} : { response_url: address.url }) },
  };
  const run = new RunRecord(workspace, { id, user, channel, outgoing });
  address?.tie(run);
  deliver(workspace, transport, run);
  return run;
};

/** Tells the app of an event. **Throws** where the app lacks the scope without which Slack tells it nothing. */
export const tell = ({ workspace, transport }: Stage, scope: string | null, { user, channel }: Actor, event: Body): RunRecord => {
  if (scope !== null && !workspace.identity.scopes.includes(scope)) {
    throw new Error(`the app has no scope ${scope}, so Slack sends it no ${String(event['type'])}`);
  }
  const id = workspace.identifiers.next('E');
  const outgoing: Outgoing = {
    kind: 'events_api',
    envelopeId: workspace.identifiers.next('E'),
    payload: eventPayload(workspace, id, event),
  };
  const run = new RunRecord(workspace, { id, user, channel, outgoing });
  deliver(workspace, transport, run);
  return run;
};

/** The person who acts: the first of the workspace where nobody is named. **Throws** where there is no such person. */
export const personOf = ({ people }: Workspace, user: string | undefined): string => {
  const person = user === undefined ? people.persons[0] : people.persons.find(({ id, name }) => id === user || name === user);
  if (person === undefined) throw new Error(`nobody is called ${String(user)}`);
  return person.id;
};

/** The channel where it happens: the first of the workspace where none is named. **Throws** where there is no such channel. */
export const placeOf = ({ people }: Workspace, channel: string | undefined): Channel => {
  const found = people.channels().find(({ id, name }) => channel === undefined || id === channel || name === channel);
  if (found === undefined) throw new Error(`there is no channel ${String(channel)}`);
  return found;
};
