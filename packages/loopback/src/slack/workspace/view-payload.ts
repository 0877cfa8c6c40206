import type { Body } from '../body.ts';
import type { SeenView } from './views.ts';
import type { Workspace } from './workspace.ts';

/** What a person filled in, by block and element. */
export type ViewState = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** A view as Slack shows it to the app, with what was filled in. */
export const viewPayload = ({ identity, views }: Workspace, view: SeenView, state: ViewState = {}): Body => ({
  ...view.body,
  id: view.id,
  team_id: identity.teamId,
  app_id: identity.appId,
  bot_id: identity.botId,
  type: view.kind,
  blocks: view.blocks,
  callback_id: view.callbackId,
  private_metadata: view.privateMetadata,
  external_id: view.externalId,
  hash: view.hash,
  state: { values: state },
  previous_view_id: view.below,
  root_view_id: rootOf(view, views.find).id,
});

const rootOf = (view: SeenView, find: (id: string) => SeenView | null): SeenView => {
  const below = view.below === null ? null : find(view.below);
  return below === null ? view : rootOf(below, find);
};
