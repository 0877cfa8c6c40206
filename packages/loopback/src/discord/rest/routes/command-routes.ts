import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { type Fields, fieldsOf, isAbsent, listOf } from '../../json.ts';
import { commandBreaches, commandListBreaches } from '../../rules/command-rules.ts';
import { Refusal, refuseBreaches } from '../../rules/refusal.ts';
import type { World } from '../../world.ts';
import { type ApiAnswer, type ApiRequest, bodyOf, type Route } from '../route.ts';

const refuseOthers = (world: World, { application_id: id }: ApiRequest['params']): void => {
  if (id !== world.applicationId)
    throw new Refusal(403, 20012, 'You are not authorized to perform this action on this application', [
      { rule: 'foreign-application', detail: `the bot belongs to application ${world.applicationId}, not ${id ?? ''}` },
    ]);
};

/** The commands of a scope: all guilds where it is null, or one. */
const inScope = (world: World, guildId: string | null): readonly APIApplicationCommand[] =>
  [...world.commands.values()].filter((command) => (command.guild_id ?? null) === guildId);

const scopeOf = ({ guild_id: guildId }: ApiRequest['params']): string | null => guildId ?? null;

/** A command as Discord keeps it. */
const keep = (world: World, command: Fields, guildId: string | null, id: string): APIApplicationCommand => {
  const kept = {
    description: '',
    options: [],
    default_member_permissions: null,
    nsfw: false,
    integration_types: [0],
    contexts: null,
    ...command,
    type: isAbsent(command['type']) ? ApplicationCommandType.ChatInput : command['type'],
    id,
    application_id: world.applicationId,
    version: world.snowflake(),
    ...(guildId === null ? {} : { guild_id: guildId }),
  } as unknown as APIApplicationCommand;
  world.commands.set(id, kept);
  return kept;
};

const sameCommand = (world: World, command: Fields, guildId: string | null): APIApplicationCommand | undefined =>
  inScope(world, guildId).find(({ name, type }) => name === command['name'] && type === (command['type'] ?? 1));

/** One PUT replaces all commands of a scope; those of the same name and type keep their id. */
const replaceAll = (world: World, request: ApiRequest): ApiAnswer => {
  refuseOthers(world, request.params);
  const breaches = commandListBreaches(request.json);
  refuseBreaches(breaches.length > 0 ? breaches : request.judge());
  const guildId = scopeOf(request.params);
  const old = inScope(world, guildId);
  const named = listOf(request.json)
    .map(fieldsOf)
    .map((command) => ({ command, id: sameCommand(world, command, guildId)?.id ?? world.snowflake() }));
  for (const { id } of old) world.commands.delete(id);
  return { status: 200, json: named.map(({ command, id }) => keep(world, command, guildId, id)) };
};

const add = (world: World, request: ApiRequest): ApiAnswer => {
  refuseOthers(world, request.params);
  const breaches = commandBreaches(request.json);
  refuseBreaches(breaches.length > 0 ? breaches : request.judge());
  const guildId = scopeOf(request.params);
  const known = sameCommand(world, bodyOf(request), guildId);
  const command = keep(world, bodyOf(request), guildId, known?.id ?? world.snowflake());
  return { status: known === undefined ? 201 : 200, json: command };
};

const existing = (world: World, { params }: ApiRequest): APIApplicationCommand => {
  refuseOthers(world, params);
  const command = world.commands.get(params['command_id'] ?? '');
  if (command === undefined) throw new Refusal(404, 10063, 'Unknown application command');
  return command;
};

const change = (world: World, request: ApiRequest): ApiAnswer => {
  const command = existing(world, request);
  const changed = { ...command, ...bodyOf(request) };
  const breaches = commandBreaches(changed);
  refuseBreaches(breaches.length > 0 ? breaches : request.judge());
  return { status: 200, json: keep(world, changed, scopeOf(request.params), command.id) };
};

const remove = (world: World, request: ApiRequest): ApiAnswer => {
  world.commands.delete(existing(world, request).id);
  return { status: 204 };
};

const list = (world: World, { params }: ApiRequest): ApiAnswer => {
  refuseOthers(world, params);
  return { status: 200, json: inScope(world, scopeOf(params)) };
};

const shared = { needsToken: true, bucketBy: 'application_id' } as const;

/** Registration of commands, for all guilds or for one. */
export const commandRoutes: readonly Route[] = [
  '/applications/{application_id}',
  '/applications/{application_id}/guilds/{guild_id}',
].flatMap((scope): readonly Route[] => [
  { ...shared, method: 'GET', path: `${scope}/commands`, handle: list },
  { ...shared, method: 'PUT', path: `${scope}/commands`, handle: replaceAll },
  { ...shared, method: 'POST', path: `${scope}/commands`, handle: add },
  {
    ...shared,
    method: 'GET',
    path: `${scope}/commands/{command_id}`,
    handle: (world, request) => ({ status: 200, json: existing(world, request) }),
  },
  { ...shared, method: 'PATCH', path: `${scope}/commands/{command_id}`, handle: change },
  { ...shared, method: 'DELETE', path: `${scope}/commands/{command_id}`, handle: remove },
]);
