import type { Endpoint } from './endpoint/endpoint.ts';
import type { Gateway } from './gateway/gateway.ts';
import { handleOf, type InteractionHandle, interactionOf } from './interactions/handle.ts';
import type { Interaction } from './interactions/interaction.ts';
import type { MessageLike, PeopleActions, TroubleActions } from './loopback-discord.ts';
import { seenMessage } from './messages/seen-message.ts';
import type { StoredMessage } from './messages/stored-message.ts';
import { deleteMessage } from './messages/write.ts';
import { autocomplete, context, say, slash } from './people/commands.ts';
import { placeOf } from './people/place.ts';
import { press } from './people/press.ts';
import { submitModal } from './people/submit-modal.ts';
import type { RestServer } from './rest/rest-server.ts';
import type { World } from './world.ts';

/** The parts of the server on which people and tests act. */
export interface Parts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly rest: RestServer;
  readonly endpoint: Endpoint;
}

/** What people do. */
export const peopleOf = (parts: Parts): PeopleActions => {
  const { world } = parts;
  const start = (interaction: Interaction): InteractionHandle => {
    deliver(parts, interaction);
    return handleOf(world, interaction);
  };
  const write: PeopleActions['say'] = (text, where = {}) => {
    const referenceId = where.replyTo === undefined ? null : messageOf(world, where.replyTo).id;
    return seenMessage(world, say(world, text, placeOf(world, where), referenceId));
  };
  return {
    person: (name, { permissions } = {}) => world.person(name, permissions),
    slash: (call) => start(slash(world, call)),
    press: (message, customId, how) => start(press(world, messageOf(world, message), customId, how)),
    context: (call) => start(context(world, call)),
    typing: (call) => start(autocomplete(world, call)),
    autocomplete: (call, timeoutMs) => start(autocomplete(world, call)).choices(timeoutMs),
    submitModal: (opener, fields, who) => start(submitModal(world, interactionOf(opener), fields, who)),
    say: write,
    mention: (text, where) => write(`<@${world.bot.id}> ${text}`, where),
    remove: (message) => deleteMessage(world, messageOf(world, message)),
    deliverAgain: (handle) => deliver(parts, interactionOf(handle)),
  };
};

const deliver = ({ world, endpoint }: Parts, interaction: Interaction): void => {
  if (endpoint.url === null) {
    world.dispatch({ name: 'INTERACTION_CREATE', guildId: interaction.place.guildId, dataFor: () => interaction.payload });
  } else endpoint.deliver(interaction);
};

const messageOf = (world: World, like: MessageLike): StoredMessage => {
  const id = 'acknowledged' in like ? interactionOf(like).originalId : like.id;
  const message = id === null ? undefined : world.messages.get(id);
  if (message === undefined) throw new Error('there is no such message');
  return message;
};

/** Trouble that tests order. */
export const troubleOf = ({ world, gateway, rest, endpoint }: Parts): TroubleActions => ({
  dropGateway: ({ code = 4000 } = {}) => gateway.drop(code),
  invalidateSession: ({ isResumable = false } = {}) => gateway.invalidate(isResumable),
  askToReconnect: () => gateway.askToReconnect(),
  rateLimitNext: ({ route, retryAfterSeconds = 1, times = 1 } = {}) =>
    rest.faults.order({ status: 429, retryAfterSeconds, route: route ?? null, times }),
  failNext: ({ route, status = 500, times = 1 } = {}) =>
    rest.faults.order({ status, retryAfterSeconds: 0, route: route ?? null, times }),
  silence: (silenceMs) => world.waiting.silence(silenceMs),
  postTo: async (url) => {
    if (url === null) endpoint.url = null;
    else await endpoint.open(url);
  },
  probe: (signature, url) => endpoint.probe(signature, url),
});
