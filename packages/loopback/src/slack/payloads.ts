import { type Body, bodiesOf, isBody } from './body.ts';
import type { Channel } from './workspace/people.ts';
import type { Workspace } from './workspace/workspace.ts';

/** A person as interactions name them. */
const userPayload = ({ people, identity }: Workspace, user: string): Body => {
  const name = people.person(user)?.name ?? 'unknown';
  return { id: user, username: name, name, team_id: identity.teamId };
};

/** What every interaction says of where it comes from. */
export const interactionPayload = (workspace: Workspace, user: string): Body => ({
  user: userPayload(workspace, user),
  team: { id: workspace.identity.teamId, domain: 'loopback' },
  api_app_id: workspace.identity.appId,
  token: 'deprecated-verification-token',
  is_enterprise_install: false,
  enterprise: null,
});

/** A slash command. */
export const commandPayload = (
  { identity, people }: Workspace,
  {
    user,
    channel,
    command,
    text,
  }: { readonly user: string; readonly channel: Channel; readonly command: string; readonly text: string },
): Body => ({
  token: 'deprecated-verification-token',
  team_id: identity.teamId,
  team_domain: 'loopback',
  channel_id: channel.id,
  channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
  user_id: user,
  user_name: people.person(user)?.name ?? 'unknown',
  command,
  text,
  api_app_id: identity.appId,
  is_enterprise_install: 'false',
});

/** What is wrapped around an event. */
export const eventPayload = ({ identity, clock }: Workspace, id: string, event: Body): Body => ({
  token: 'deprecated-verification-token',
  team_id: identity.teamId,
  api_app_id: identity.appId,
  event,
  type: 'event_callback',
  event_id: id,
  event_time: Math.floor(clock.now() / 1000),
  authorizations: [
    { enterprise_id: null, team_id: identity.teamId, user_id: identity.botUserId, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
});

/** Text as Slack hands it on: what was typed cannot be taken for markup. */
export const typed = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a person did to an element: pressed it, or chose an option of it. */
export const actionPayload = (element: Body, blockId: string, choice: string | undefined, actionTs: string): Body => {
  const { type, action_id, text, value, style } = element;
  const shared = { type, action_id, block_id: blockId, action_ts: actionTs };
  if (type === 'button')
    return { ...shared, text, ...(value === undefined ? {} : { value }), ...(style === undefined ? {} : { style }) };
  const option = optionOf(element, choice);
  return type === 'checkboxes' || type === 'multi_static_select'
    ? { ...shared, selected_options: [option] }
    : { ...shared, selected_option: option };
};

/** What a person filled into an element. **Throws** where its app could not have let them. */
export const filledPayload = (element: Body, value: string | readonly string[]): Body => {
  const { type } = element;
  if (type === 'plain_text_input' || type === 'number_input')
    return { type, value: value === '' ? null : withinBounds(element, String(value)) };
  const options = [value].flat().map((one) => optionOf(element, one));
  return type === 'checkboxes' || type === 'multi_static_select'
    ? { type, selected_options: options }
    : { type, selected_option: options[0] ?? null };
};

const withinBounds = (element: Body, value: string): string => {
  const most = Number(element['max_length'] ?? 3000);
  const least = Number(element['min_length'] ?? 0);
  if (value.length < least || value.length > most)
    throw new Error(`nobody can type ${value.length} characters there: ${least} to ${most}`);
  return value;
};

const optionOf = (element: Body, choice: string | undefined): Body => {
  const options = bodiesOf(element['options']);
  const chosen = options.find((option) => option['value'] === choice);
  if (chosen !== undefined && isBody(chosen)) return chosen;
  throw new Error(`no option "${String(choice)}"; there are: ${options.map(({ value }) => String(value)).join(', ')}`);
};
