import { type Body, textOf } from '../body.ts';
import type { Channel } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One method of the Web API. */
export interface ApiMethod {
  readonly name: string;
  readonly token: 'bot' | 'app';
  /** Any one of these is enough; none are needed where there are none. */
  readonly scopes: readonly string[];
  /** What is answered beside `ok: true`. **Throws** `Refused`. */
  readonly answer: (given: Body, workspace: Workspace) => Body;
}

/** Slack's no: it is answered with status 200 and `ok: false`. */
export class Refused extends Error {
  readonly code: string;
  readonly extra: Body;

  constructor(code: string, extra: Body = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** A refusal that lists what is wrong, as Slack does for blocks and views. */
export const refusedFor = (code: string, problems: readonly string[]): Refused =>
  new Refused(code, problems.length > 0 ? { errors: problems, response_metadata: { messages: problems } } : {});

/** An argument that a method cannot do without. **Throws** `Refused`. */
export const needed = (given: Body, field: string, error = 'invalid_arguments'): string => {
  const value = textOf(given, field) ?? (typeof given[field] === 'number' ? String(given[field]) : null);
  if (value === null) throw refusedFor(error, [`[ERROR] missing required field: ${field}`]);
  return value;
};

/** The channel that a call names, by its id or by a person's. **Throws** `Refused` where there is none. */
export const channelOf = (given: Body, { people }: Workspace): Channel => {
  const id = needed(given, 'channel', 'channel_not_found');
  const channel = people.person(id) === null ? people.channel(id) : people.direct(id);
  if (channel === null) throw new Refused('channel_not_found');
  return channel;
};

/** The channel that a call names, where the app may write. **Throws** `Refused` where it was not invited. */
export const openChannelOf = (given: Body, workspace: Workspace): Channel => {
  const channel = channelOf(given, workspace);
  if (channel.hasApp) return channel;
  const isOpen = channel.kind === 'public' && workspace.identity.scopes.includes('chat:write.public');
  if (isOpen) return channel;
  // a private channel does not even show that it is there
  throw new Refused(channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel');
};
