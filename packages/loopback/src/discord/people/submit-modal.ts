import { ComponentType, InteractionType } from 'discord-api-types/v10';
import { createInteraction } from '../interactions/create.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { type Fields, fieldsOf, isAbsent, lengthOf, listOf, numberOf, textOf } from '../json.ts';
import { flatten, typeOf } from '../rules/components.ts';
import type { World } from '../world.ts';
import type { Where } from './place.ts';

/** What a person writes into the fields of a modal, or chooses there, by `custom_id`. */
export type FilledFields = Readonly<Record<string, string | readonly string[]>>;

/**
 * The person who was shown a modal sends it. Fields that are not named keep what was prefilled. **Throws** where a person could not:
 * no modal is open, a field does not exist, is left empty and required, or holds too little or too much.
 */
export const submitModal = (
  world: World,
  opener: Interaction,
  filled: FilledFields,
  { locale }: Pick<Where, 'locale'> = {},
): Interaction => {
  const { modal, place, sourceMessageId } = opener;
  if (modal === null) throw new Error('no modal is open');
  const components = listOf(modal['components']).map(fieldsOf);
  const fields = flatten(components).filter(({ custom_id: id }) => !isAbsent(id));
  const strange = Object.keys(filled).filter((id) => !fields.some((field) => field['custom_id'] === id));
  if (strange.length > 0) throw new Error(`the modal has no field ${strange.join(', ')}`);
  const source = sourceMessageId === null ? null : (world.messages.get(sourceMessageId) ?? null);
  const data = {
    custom_id: modal['custom_id'],
    components: components.map((component) => submitted(component, filled)),
    resolved: {},
  };
  const where = { ...place, locale: locale ?? place.locale };
  return createInteraction(world, { type: InteractionType.ModalSubmit, name: null, data, place: where, source });
};

/** A component as it is sent back: its shape, and what was filled in. */
const submitted = (component: Fields, filled: FilledFields): Fields => {
  const { type, id = 0 } = component;
  if (!isAbsent(component['component'])) return { type, id, component: submitted(fieldsOf(component['component']), filled) };
  if (typeOf(component) === ComponentType.ActionRow)
    return { type, id, components: listOf(component['components']).map((child) => submitted(fieldsOf(child), filled)) };
  const customId = textOf(component['custom_id']);
  if (customId === '') return { type, id };
  const given = filled[customId];
  if (typeOf(component) !== ComponentType.TextInput) return { type, id, custom_id: customId, values: [given ?? []].flat() };
  const value = given === undefined ? textOf(component['value']) : String(given);
  refuseLength(component, customId, value);
  return { type, id, custom_id: customId, value };
};

const refuseLength = (input: Fields, customId: string, value: string): void => {
  const isRequired = input['required'] !== false;
  const least = Math.max(numberOf(input['min_length']), isRequired ? 1 : 0);
  const most = isAbsent(input['max_length']) ? 4000 : numberOf(input['max_length']);
  const isEmptyAndMay = !isRequired && value === '';
  if (!isEmptyAndMay && (lengthOf(value) < least || lengthOf(value) > most))
    throw new Error(`the field ${customId} takes ${least} to ${most} characters, not ${lengthOf(value)}`);
};
