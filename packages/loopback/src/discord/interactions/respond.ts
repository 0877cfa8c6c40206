import { MessageFlags, InteractionResponseType as Response, InteractionType as Type } from 'discord-api-types/v10';
import { type Fields, fieldsOf, listOf, numberOf } from '../json.ts';
import { compose } from '../messages/compose.ts';
import type { MessageState, StoredMessage, UploadedFile } from '../messages/stored-message.ts';
import { createMessage, editMessage } from '../messages/write.ts';
import { type Breach, breachIf } from '../rules/breach.ts';
import { choiceBreaches } from '../rules/choice-rules.ts';
import { modalBreaches } from '../rules/modal-rules.ts';
import { Refusal, refuseBreaches } from '../rules/refusal.ts';
import type { World } from '../world.ts';
import { answerType } from './answer-type.ts';
import { firstResponseMs, type Interaction, type OfferedChoice } from './interaction.ts';

/** A first response, and the judgement of Discord's OpenAPI document on it. */
export interface FirstResponse {
  readonly body: Fields;
  readonly files: readonly UploadedFile[];
  readonly judge: () => readonly Breach[];
}

/** Takes the first response to an interaction. **Throws** a refusal where it comes late, twice, or breaks a rule. */
export const respond = (world: World, interaction: Interaction, response: FirstResponse): StoredMessage | null => {
  const atMs = world.now() - interaction.createdMs;
  refuseUntimely(interaction, atMs);
  const type = numberOf(response.body['type']);
  refuseBreaches(typeBreaches(interaction, type));
  const data = fieldsOf(response.body['data']);
  const act = actions[type];
  const written = act?.(world, interaction, { ...response, body: data }) ?? null;
  const isEphemeral = written !== null && (written.state.flags & MessageFlags.Ephemeral) !== 0;
  interaction.acknowledgement = { type, atMs, isEphemeral };
  interaction.originalId = written?.id ?? null;
  world.waiting.changed();
  return written;
};

const refuseUntimely = (interaction: Interaction, atMs: number): void => {
  if (interaction.acknowledgement !== null)
    throw new Refusal(400, 40060, 'Interaction has already been acknowledged.', [
      { rule: 'second-response', detail: `interaction ${interaction.id} was answered before` },
    ]);
  if (atMs > firstResponseMs)
    throw new Refusal(404, 10062, 'Unknown interaction', [
      {
        rule: 'late-response',
        detail: `interaction ${interaction.id} was answered after ${atMs} ms, at most ${firstResponseMs}`,
      },
    ]);
};

/** Which first responses Discord takes to which interactions. */
const typeBreaches = ({ type, sourceMessageId }: Interaction, given: number): readonly Breach[] => {
  const answers: readonly number[] = [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource];
  const updates: readonly number[] = [Response.DeferredMessageUpdate, Response.UpdateMessage];
  const allowed: Readonly<Record<number, readonly number[]>> = {
    [Type.Ping]: [Response.Pong],
    [Type.ApplicationCommand]: [...answers, Response.Modal],
    [Type.MessageComponent]: [...answers, ...updates, Response.Modal],
    [Type.ApplicationCommandAutocomplete]: [Response.ApplicationCommandAutocompleteResult],
    [Type.ModalSubmit]: [...answers, ...(sourceMessageId === null ? [] : updates)],
  };
  return breachIf(
    !(allowed[type] ?? []).includes(given),
    'response-type',
    `a response of type ${given} answers an interaction of type ${type}`,
  );
};

type Act = (world: World, interaction: Interaction, response: FirstResponse) => StoredMessage | null;

const answer: Act = (world, interaction, { body, files, judge }) => {
  const { channelId, guildId } = interaction.place;
  const composed = compose(world, { body, files, channelId, previous: null });
  refuseBreaches([...composed.breaches, ...judgedIfClean(composed.breaches, judge)]);
  world.record(composed.oversights, interaction);
  return createMessage(world, {
    channelId,
    guildId,
    ...answerType(interaction),
    author: null,
    interaction,
    state: composed.state,
  });
};

const defer: Act = (world, interaction, { body, judge }) => {
  const flags = numberOf(body['flags']);
  const breaches = breachIf(
    (flags & MessageFlags.IsComponentsV2) !== 0,
    'components-v2-deferral',
    'a deferral cannot have the flag of Components V2, only the edit after it',
  );
  refuseBreaches([...breaches, ...judgedIfClean(breaches, judge)]);
  const state: MessageState = {
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: MessageFlags.Loading | (flags & MessageFlags.Ephemeral),
    allowedMentions: undefined,
    atMs: world.now(),
  };
  const { channelId, guildId } = interaction.place;
  return createMessage(world, { channelId, guildId, ...answerType(interaction), author: null, interaction, state });
};

const sourceOf = (world: World, { sourceMessageId }: Interaction): StoredMessage => {
  const source = sourceMessageId === null ? undefined : world.messages.get(sourceMessageId);
  if (source === undefined || source.isDeleted) throw new Refusal(404, 10008, 'Unknown Message');
  return source;
};

const deferUpdate: Act = (world, interaction, { judge }) => {
  refuseBreaches(judge());
  return sourceOf(world, interaction);
};

const update: Act = (world, interaction, { body, files, judge }) => {
  const source = sourceOf(world, interaction);
  const composed = compose(world, { body, files, channelId: source.channelId, previous: source.state });
  refuseBreaches([...composed.breaches, ...judgedIfClean(composed.breaches, judge)]);
  world.record(composed.oversights, interaction);
  return editMessage(world, source, composed.state);
};

const complete: Act = (_, interaction, { body, judge }) => {
  const breaches = choiceBreaches(body['choices'], focusedType(interaction));
  refuseBreaches([...breaches, ...judgedIfClean(breaches, judge)]);
  interaction.choices = listOf(body['choices']) as readonly OfferedChoice[];
  return null;
};

const focusedType = ({ payload }: Interaction): number => {
  const all = (options: unknown): readonly Fields[] =>
    listOf(options)
      .map(fieldsOf)
      .flatMap((option) => [option, ...all(option['options'])]);
  return numberOf(all(fieldsOf(fieldsOf(payload)['data'])['options']).find(({ focused }) => focused === true)?.['type']);
};

const openModal: Act = (_, interaction, { body, judge }) => {
  const breaches = modalBreaches(body);
  refuseBreaches([...breaches, ...judgedIfClean(breaches, judge)]);
  interaction.modal = body;
  return null;
};

const pong: Act = () => null;

/** The document's judgement is asked where our own rules find nothing: their words are clearer. */
const judgedIfClean = (breaches: readonly Breach[], judge: () => readonly Breach[]): readonly Breach[] =>
  breaches.length === 0 ? judge() : [];

const actions: Readonly<Record<number, Act>> = {
  [Response.Pong]: pong,
  [Response.ChannelMessageWithSource]: answer,
  [Response.DeferredChannelMessageWithSource]: defer,
  [Response.DeferredMessageUpdate]: deferUpdate,
  [Response.UpdateMessage]: update,
  [Response.ApplicationCommandAutocompleteResult]: complete,
  [Response.Modal]: openModal,
};
