import { type Body, isBody, textOf } from '../body.ts';
import { judgeView, keepView } from '../workspace/keep-view.ts';
import { viewPayload } from '../workspace/view-payload.ts';
import type { SeenView } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiMethod, needed, Refused, refusedFor } from './method.ts';

const open = { token: 'bot', scopes: [] } as const;

/** `views.open` */
export const openView: ApiMethod = {
  ...open,
  name: 'views.open',
  answer: (given, workspace) => {
    const user = redeemed(given, workspace);
    const view = keepView(workspace, soundView(given, 'modal', workspace), { user, kind: 'modal' });
    return { view: viewPayload(workspace, view) };
  },
};

const highestStack = 3;

/** `views.push` */
export const pushView: ApiMethod = {
  ...open,
  name: 'views.push',
  answer: (given, workspace) => {
    const user = redeemed(given, workspace);
    const stack = workspace.views.all().filter((view) => view.isOpen && view.kind === 'modal' && view.user === user);
    const top = stack.at(-1);
    if (top === undefined) throw new Refused('no_open_view');
    if (stack.length >= highestStack) throw new Refused('push_limit_reached');
    const view = keepView(workspace, soundView(given, 'modal', workspace), { user, kind: 'modal', below: top.id });
    return { view: viewPayload(workspace, view) };
  },
};

/** `views.update` */
export const updateView: ApiMethod = {
  ...open,
  name: 'views.update',
  answer: (given, workspace) => {
    const view = namedView(given, workspace);
    refuseOld(given, view);
    const kept = keepView(workspace, soundView(given, view.kind, workspace), view);
    return { view: viewPayload(workspace, kept) };
  },
};

/** `views.publish` */
export const publishView: ApiMethod = {
  ...open,
  name: 'views.publish',
  answer: (given, workspace) => {
    const user = needed(given, 'user_id');
    if (workspace.people.person(user) === null) throw new Refused('user_not_found');
    const home = homeOf(workspace, user);
    if (home !== null) refuseOld(given, home);
    const body = soundView(given, 'home', workspace);
    const kept = keepView(workspace, body, { user, kind: 'home', ...(home === null ? {} : { id: home.id }) });
    return { view: viewPayload(workspace, kept) };
  },
};

/** The home tab that a person was shown last, or null. */
export const homeOf = ({ views }: Workspace, user: string): SeenView | null =>
  views.all().find((view) => view.kind === 'home' && view.user === user) ?? null;

const redeemed = (given: Body, { triggers, journal }: Workspace): string => {
  const redemption = triggers.redeem(needed(given, 'trigger_id'));
  if ('user' in redemption) return redemption.user;
  journal.violate('trigger-id', redemption.error);
  throw new Refused(redemption.error);
};

const soundView = (given: Body, kind: 'modal' | 'home', workspace: Workspace): Body => {
  const problems = judgeView(workspace, given['view'], kind);
  if (problems.length > 0 || !isBody(given['view'])) throw refusedFor('invalid_arguments', problems);
  return given['view'];
};

const namedView = (given: Body, { views }: Workspace): SeenView => {
  const id = textOf(given, 'view_id');
  const externalId = textOf(given, 'external_id');
  const view = views.all().find((one) => (id === null ? one.externalId === externalId : one.id === id));
  if (view === undefined || !view.isOpen) throw new Refused('not_found');
  return view;
};

const refuseOld = (given: Body, view: SeenView): void => {
  const hash = textOf(given, 'hash');
  if (hash !== null && hash !== view.hash) throw new Refused('hash_conflict');
};
