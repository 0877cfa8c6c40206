import { ComponentType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { createInteraction } from '../interactions/create.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { type Fields, fieldsOf, listOf, numberOf } from '../json.ts';
import type { StoredMessage } from '../messages/stored-message.ts';
import { toJson } from '../messages/to-json.ts';
import { flatten, selectTypes, typeOf } from '../rules/components.ts';
import type { World } from '../world.ts';
import { type Place, placeOf, type Where } from './place.ts';

/** Who presses a button, or chooses values of a select menu. */
export interface Press extends Pick<Where, 'user' | 'locale'> {
  readonly values?: readonly string[];
}

/**
 * A person uses a component of a message. **Throws** where they could not: the message is gone or not theirs to see, the component
 * is not there, or it is disabled.
 */
export const press = (world: World, message: StoredMessage, customId: string, { values, ...who }: Press = {}): Interaction => {
  const component = pressable(message, customId);
  const shown = flatten(toJson(world, message).components ?? []).find((one) => one['custom_id'] === customId);
  const place = placeWithin(world, message, who);
  const isOther = message.interaction !== null && message.interaction.place.person.id !== place.person.id;
  if (isOther && (message.state.flags & MessageFlags.Ephemeral) !== 0) throw new Error('nobody else sees an ephemeral message');
  const isSelect = selectTypes.has(typeOf(component));
  const data = {
    custom_id: customId,
    component_type: typeOf(component),
    id: numberOf(shown?.['id']),
    ...(isSelect ? { values: chosen(component, values ?? []), resolved: {} } : {}),
  };
  return createInteraction(world, { type: InteractionType.MessageComponent, name: null, data, place, source: message });
};

const pressable = ({ isDeleted, state }: StoredMessage, customId: string): Fields => {
  if (isDeleted) throw new Error('nobody can press a button of a message that is gone');
  const all = flatten(state.components);
  const component = all.find((one) => one['custom_id'] === customId);
  if (component === undefined) {
    const ids = all.map((one) => one['custom_id']).filter((id) => typeof id === 'string');
    throw new Error(`the message has no component ${JSON.stringify(customId)}, it has ${ids.join(', ') || 'none'}`);
  }
  if (component['disabled'] === true) throw new Error(`the component ${JSON.stringify(customId)} is disabled`);
  return component;
};

const chosen = (component: Fields, values: readonly string[]): readonly string[] => {
  const offered = listOf(component['options']).map((option) => fieldsOf(option)['value']);
  const strange = typeOf(component) === ComponentType.StringSelect ? values.filter((value) => !offered.includes(value)) : [];
  if (strange.length > 0) throw new Error(`the menu does not offer ${strange.join(', ')}`);
  return values;
};

/** Where a person stands who uses what stands in a message. */
const placeWithin = (
  world: World,
  { channelId, guildId, interaction }: StoredMessage,
  who: Pick<Where, 'user' | 'locale'>,
): Place => {
  const asker = interaction?.place;
  return placeOf(world, {
    ...(asker === undefined ? {} : { user: asker.person, locale: asker.locale, guildLocale: asker.guildLocale }),
    ...who,
    ...(guildId === null ? { dm: true } : { guild: guildId }),
    channel: channelId,
    isUserInstall: asker?.isUserInstall ?? false,
  });
};
