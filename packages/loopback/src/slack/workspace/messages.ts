import { type Body, bodiesOf, isBody, textOf } from '../body.ts';
import type { Identifiers } from './identifiers.ts';

/** A block of a message or a view as Slack keeps it: with an id, given or made. */
export interface SeenBlock extends Body {
  readonly type: string;
  readonly block_id: string;
}

/** A message as people see it: what was posted, after all updates. */
export interface SeenMessage {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly SeenBlock[];
  /** Who wrote it: a person's id or the app's. */
  readonly author: string;
  readonly isFromApp: boolean;
  /** The message whose thread it stands in, or null. */
  readonly threadTs: string | null;
  /** The only person who sees it, or null where all do. */
  readonly ephemeralTo: string | null;
  /** Ids of files shared with it. */
  readonly files: readonly string[];
  readonly reactions: readonly string[];
  readonly edits: number;
}

/** What a message says. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly SeenBlock[];
}

/** A new message. */
export type Draft = Content &
  Pick<SeenMessage, 'channel' | 'author' | 'isFromApp'> &
  Partial<Pick<SeenMessage, 'threadTs' | 'ephemeralTo' | 'files'>>;

/** A message, when it last changed, and the run whose acknowledgement or `response_url` said so. */
export interface Entry {
  readonly message: SeenMessage;
  readonly change: number;
  readonly run: string | null;
}

/** All messages of the workspace. */
export interface MessageBook {
  readonly entries: () => readonly Entry[];
  /** Counts up with every change. */
  readonly change: () => number;
  readonly find: (channel: string, ts: string) => SeenMessage | null;
  readonly post: (draft: Draft, run?: string | null) => SeenMessage;
  readonly revise: (message: SeenMessage, revision: Partial<SeenMessage>, run?: string | null) => SeenMessage;
  readonly remove: (message: SeenMessage) => void;
  /** Calls with every message that is new or revised; what is returned ends that. */
  readonly watch: (then: Watcher) => () => void;
}

type Watcher = (entry: Entry) => void;

/** An empty book. */
export const openMessageBook = ({ timestamp }: Identifiers): MessageBook => {
  const entries = new Map<string, Entry>();
  const watchers = new Set<Watcher>();
  let changes = 0;
  const keep = (message: SeenMessage, run: string | null): SeenMessage => {
    changes += 1;
    const entry = { message: Object.freeze(message), change: changes, run };
    entries.set(keyOf(message), entry);
    for (const watcher of watchers) watcher(entry);
    return entry.message;
  };
  return {
    entries: () => [...entries.values()],
    change: () => changes,
    find: (channel, ts) => entries.get(keyOf({ channel, ts }))?.message ?? null,
    post: (draft, run = null) =>
      keep({ threadTs: null, ephemeralTo: null, files: [], ...draft, ts: timestamp(), reactions: [], edits: 0 }, run),
    revise: (message, revision, run = null) => keep({ ...message, ...revision, edits: message.edits + 1 }, run),
    remove: (message) => {
      changes += 1;
      entries.delete(keyOf(message));
    },
    watch: (then) => {
      watchers.add(then);
      return () => {
        watchers.delete(then);
      };
    },
  };
};

const keyOf = ({ channel, ts }: { readonly channel: string; readonly ts: string }): string => `${channel} ${ts}`;

/** Blocks as Slack keeps them: those without an id are given one. */
export const withIds = (blocks: unknown, { next }: Identifiers): readonly SeenBlock[] =>
  bodiesOf(blocks).map((block) => ({
    ...block,
    type: String(block['type']),
    block_id: textOf(block, 'block_id') ?? next('B'),
    ...elementsWithIds(block, next),
  }));

const elementsWithIds = (block: Body, next: Identifiers['next']): Body => {
  const named = (element: Body): Body =>
    isActing(element) ? { action_id: textOf(element, 'action_id') ?? next('A'), ...element } : element;
  const { elements, accessory, element } = block;
  return {
    ...(block['type'] === 'actions' ? { elements: bodiesOf(elements).map(named) } : {}),
    ...(isBody(accessory) ? { accessory: named(accessory) } : {}),
    ...(isBody(element) ? { element: named(element) } : {}),
  };
};

const isActing = ({ type }: Body): boolean => type !== 'image';
