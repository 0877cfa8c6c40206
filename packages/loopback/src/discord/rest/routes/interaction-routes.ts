import { MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from '../../interactions/interaction.ts';
import { respond } from '../../interactions/respond.ts';
import { numberOf } from '../../json.ts';
import type { StoredMessage } from '../../messages/stored-message.ts';
import { toJson } from '../../messages/to-json.ts';
import { isLoading } from '../../messages/write.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { World } from '../../world.ts';
import { type ApiRequest, bodyOf, type Route } from '../route.ts';

const interactionOf = (world: World, { interaction_id: id = '', interaction_token: token = '' }: ApiRequest['params']) => {
  const interaction = world.interactions.get(id);
  return interaction?.token === token ? interaction : null;
};

/** `POST /interactions/{id}/{token}/callback`: the first response. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    needsToken: false,
    bucketBy: null,
    interactionOf,
    handle: (world, request) => {
      const interaction = interactionOf(world, request.params);
      if (interaction === null)
        throw new Refusal(404, 10062, 'Unknown interaction', [
          { rule: 'unknown-interaction', detail: 'no interaction has this id and token' },
        ]);
      const message = respond(world, interaction, { body: bodyOf(request), files: request.files, judge: request.judge });
      if (request.query.get('with_response') !== 'true') return { status: 204 };
      return { status: 200, json: callbackJson(world, interaction, message, numberOf(bodyOf(request)['type'])) };
    },
  },
];

const callbackJson = (world: World, { id, type }: Interaction, message: StoredMessage | null, responseType: number) => ({
  interaction: {
    id,
    type,
    ...(message === null
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: isLoading(message),
          response_message_ephemeral: (message.state.flags & MessageFlags.Ephemeral) !== 0,
        }),
  },
  resource: { type: responseType, ...(message === null ? {} : { message: toJson(world, message) }) },
});
