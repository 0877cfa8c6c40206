import { elementsOf } from '../block-kit/check-blocks.ts';
import { type Body, textOf } from '../body.ts';
import type { Run } from '../delivery/run.ts';
import { actionPayload, filledPayload, interactionPayload } from '../payloads.ts';
import { homeOf } from '../web-api/views.ts';
import { messagePayload } from '../workspace/message-payload.ts';
import type { SeenBlock, SeenMessage } from '../workspace/messages.ts';
import { type ViewState, viewPayload } from '../workspace/view-payload.ts';
import type { SeenView } from '../workspace/views.ts';
import { interact, personOf, type Stage, tell } from './stage.ts';

/** Who acts, and what they choose where there is a choice. */
export interface Choosing {
  readonly user?: string;
  /** The value of the chosen option of a select, a menu or boxes. */
  readonly option?: string;
}

/** A press of a button, or a choice, in a message, a modal or the home tab. **Throws** where there is no such element. */
export const press = (stage: Stage, seen: SeenMessage | SeenView, actionId: string, { user, option }: Choosing = {}): Run => {
  const { workspace } = stage;
  const { block, element } = elementNamed(seen.blocks, actionId);
  const action = actionPayload(element, block.block_id, option, workspace.identifiers.timestamp());
  const person = personOf(workspace, user ?? ('ephemeralTo' in seen ? (seen.ephemeralTo ?? undefined) : seen.user));
  const shared = { type: 'block_actions', ...interactionPayload(workspace, person), actions: [action] };
  if (!('ts' in seen)) {
    const container = { type: 'view', view_id: seen.id };
    return interact(stage, 'interactive', { user: person, channel: null }, null, {
      ...shared,
      container,
      view: viewPayload(workspace, seen),
    });
  }
  const { channel, ts, ephemeralTo } = seen;
  const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeralTo !== null };
  // of an ephemeral message Slack tells no more than where it stood
  const message = ephemeralTo === null ? { message: messagePayload(workspace, seen) } : {};
  const payload = { ...shared, container, channel: channelPayload(stage, channel), state: { values: {} }, ...message };
  return interact(stage, 'interactive', { user: person, channel }, { channel, user: person, original: seen }, payload);
};

/** A shortcut: of a message where one is given, else a global one. */
export const takeShortcut = (
  stage: Stage,
  { callbackId, message, user }: { readonly callbackId: string; readonly message?: SeenMessage; readonly user?: string },
): Run => {
  const { workspace } = stage;
  const person = personOf(workspace, user);
  const shared = {
    ...interactionPayload(workspace, person),
    callback_id: callbackId,
    action_ts: workspace.identifiers.timestamp(),
  };
  if (message === undefined)
    return interact(stage, 'interactive', { user: person, channel: null }, null, { type: 'shortcut', ...shared });
  const { channel, ts } = message;
  return interact(
    stage,
    'interactive',
    { user: person, channel },
    { channel, user: person, original: null },
    {
      type: 'message_action',
      ...shared,
      channel: channelPayload(stage, channel),
      message_ts: ts,
      message: messagePayload(workspace, message),
    },
  );
};

/** What a person fills in: by block, then by element. Options go by their values. */
export type Filled = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A modal sent off. **Throws** where Slack would not let a person: a field left empty, an unknown field, a closed modal. */
export const submitModal = (stage: Stage, view: SeenView, filled: Filled, { user }: { readonly user?: string } = {}): Run => {
  const { workspace } = stage;
  const current = workspace.views.find(view.id);
  if (current === null || !current.isOpen) throw new Error('the modal is closed');
  const state: ViewState = Object.fromEntries(
    Object.entries(filled).map(([blockId, values]) => [blockId, stateOf(current, blockId, values)]),
  );
  for (const block of current.blocks) refuseEmpty(block, state);
  const person = personOf(workspace, user ?? view.user);
  return interact(stage, 'interactive', { user: person, channel: null }, null, {
    type: 'view_submission',
    ...interactionPayload(workspace, person),
    view: viewPayload(workspace, current, state),
    response_urls: [],
  });
};

/** A look at the app's home tab. */
export const openHome = (stage: Stage, { user }: { readonly user?: string } = {}): Run => {
  const { workspace } = stage;
  const person = personOf(workspace, user);
  const home = homeOf(workspace, person);
  return tell(
    stage,
    null,
    { user: person, channel: null },
    {
      type: 'app_home_opened',
      user: person,
      channel: workspace.people.direct(person).id,
      tab: 'home',
      event_ts: workspace.identifiers.timestamp(),
      ...(home === null ? {} : { view: viewPayload(workspace, home) }),
    },
  );
};

const channelPayload = ({ workspace }: Stage, id: string): Body => ({ id, name: workspace.people.channel(id)?.name ?? '' });

const elementNamed = (blocks: readonly SeenBlock[], actionId: string): { readonly block: SeenBlock; readonly element: Body } => {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
  const found = all.find(({ element }) => element['action_id'] === actionId);
  if (found !== undefined) return found;
  const known = all.map(({ element }) => textOf(element, 'action_id')).filter((id) => id !== null);
  throw new Error(`nothing to press is called "${actionId}"; there are: ${known.join(', ')}`);
};

const stateOf = (view: SeenView, blockId: string, values: Filled[string]): ViewState[string] => {
  const block = view.blocks.find((one) => one.block_id === blockId);
  if (block === undefined) throw new Error(`the modal has no block "${blockId}"`);
  return Object.fromEntries(
    Object.entries(values).map(([actionId, value]) => [actionId, filledPayload(elementNamed([block], actionId).element, value)]),
  );
};

const refuseEmpty = (block: SeenBlock, state: ViewState): void => {
  if (block.type !== 'input' || block['optional'] === true) return;
  const answers = Object.values(state[block.block_id] ?? {});
  const isFilled = answers.some(
    (answer) => (answer['value'] ?? answer['selected_option'] ?? answer['selected_options'] ?? null) !== null,
  );
  const isPrefilled = elementsOf(block).some((element) => Object.keys(element).some((name) => name.startsWith('initial_')));
  if (!isFilled && !isPrefilled) throw new Error(`nobody can send the modal: "${block.block_id}" is empty`);
};
