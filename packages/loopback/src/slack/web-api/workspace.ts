import { type Body, isYes, textOf } from '../body.ts';
import type { Channel } from '../workspace/people.ts';
import { type ApiMethod, channelOf, needed, Refused } from './method.ts';

/** `auth.test` */
export const authTest: ApiMethod = {
  token: 'bot',
  scopes: [],
  name: 'auth.test',
  answer: (_, { identity, origin }) => ({
    url: `${origin()}/`,
    team: 'loopback',
    user: 'vanish',
    team_id: identity.teamId,
    user_id: identity.botUserId,
    bot_id: identity.botId,
    is_enterprise_install: false,
  }),
};

/** `apps.connections.open` */
export const openConnection: ApiMethod = {
  token: 'app',
  scopes: [],
  name: 'apps.connections.open',
  answer: (_, { origin, tickets, identity }) => ({
    url: `${origin().replace('http:', 'ws:')}/link/?ticket=${tickets.issue()}&app_id=${identity.appId}`,
  }),
};

/** `users.info` */
export const userInfo: ApiMethod = {
  token: 'bot',
  scopes: ['users:read'],
  name: 'users.info',
  answer: (given, { people, identity }) => {
    const person = people.person(needed(given, 'user', 'user_not_found'));
    if (person === null) throw new Refused('user_not_found');
    const { id, name, locale } = person;
    const user = { id, name, team_id: identity.teamId, real_name: name, is_bot: false, deleted: false };
    return { user: isYes(given['include_locale']) ? { ...user, locale } : user };
  },
};

/** `conversations.info` */
export const conversationInfo: ApiMethod = {
  token: 'bot',
  scopes: ['channels:read', 'groups:read', 'im:read'],
  name: 'conversations.info',
  answer: (given, workspace) => {
    const channel = channelOf(given, workspace);
    if (channel.kind === 'private' && !channel.hasApp) throw new Refused('channel_not_found');
    return { channel: channelPayload(channel) };
  },
};

/** `conversations.open` */
export const openConversation: ApiMethod = {
  token: 'bot',
  scopes: ['im:write'],
  name: 'conversations.open',
  answer: (given, { people }) => {
    const users = usersOf(given);
    const [user] = users;
    if (user === undefined) throw new Refused('users_list_not_supplied');
    // conversations of several people are beyond this workspace
    if (users.length > 1) throw new Refused('too_many_users');
    if (people.person(user) === null) throw new Refused('user_not_found');
    const channel = people.direct(user);
    return { channel: isYes(given['return_im']) ? channelPayload(channel) : { id: channel.id } };
  },
};

/** `reactions.add` */
export const addReaction: ApiMethod = {
  token: 'bot',
  scopes: ['reactions:write'],
  name: 'reactions.add',
  answer: (given, workspace) => {
    const channel = channelOf(given, workspace);
    const name = needed(given, 'name', 'invalid_name');
    const message = workspace.messages.find(channel.id, needed(given, 'timestamp', 'no_item_specified'));
    if (message === null || message.ephemeralTo !== null) throw new Refused('message_not_found');
    if (!/^[\w+-]+$/.test(name)) throw new Refused('invalid_name');
    if (message.reactions.includes(name)) throw new Refused('already_reacted');
    const { edits } = message;
    workspace.messages.revise({ ...message, edits: edits - 1 }, { reactions: [...message.reactions, name] });
    return {};
  },
};

const usersOf = (given: Body): readonly string[] => {
  const { users } = given;
  return Array.isArray(users) ? users.map(String) : (textOf(given, 'users')?.split(',') ?? []);
};

const channelPayload = ({ id, name, kind, hasApp, person }: Channel): Body => ({
  id,
  name,
  is_channel: kind === 'public',
  is_private: kind !== 'public',
  is_im: kind === 'direct',
  is_member: hasApp,
  ...(person === null ? {} : { user: person }),
});
