import { ComponentType } from 'discord-api-types/v10';
import { fieldsOf, isAbsent, lengthOf, listOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';
import { componentBreaches } from './component-rules.ts';
import { typeOf } from './components.ts';

const allowed = new Set<number>([ComponentType.ActionRow, ComponentType.TextDisplay, ComponentType.Label]);

/** Where a modal breaks Discord's rules: a title of at most 45 characters, one to five components. */
export const modalBreaches = (value: unknown): readonly Breach[] => {
  const modal = fieldsOf(value);
  const components = listOf(modal['components']);
  const [title, id] = [lengthOf(modal['title']), lengthOf(modal['custom_id'])];
  return [
    ...breachIf(title < 1 || title > 45, 'modal-title', `the title of a modal has ${title} characters, 1 to 45`),
    ...breachIf(id < 1 || id > 100, 'modal-id', `the custom_id of a modal has ${id} characters, 1 to 100`),
    ...breachIf(components.length < 1 || components.length > 5, 'modal-components', `${components.length} components, 1 to 5`),
    ...components
      .map(fieldsOf)
      .flatMap((component) => [
        ...breachIf(!allowed.has(typeOf(component)), 'modal-child', `a component of type ${typeOf(component)} stands in a modal`),
        ...(typeOf(component) === ComponentType.ActionRow ? unlabelledBreaches(component) : []),
      ]),
    ...componentBreaches(components),
  ];
};

/** A text input in an action row carries its own label. */
const unlabelledBreaches = (row: unknown): readonly Breach[] =>
  listOf(fieldsOf(row)['components'])
    .map(fieldsOf)
    .flatMap((input) => [
      ...breachIf(typeOf(input) !== ComponentType.TextInput, 'modal-child', 'an action row of a modal holds a text input'),
      ...breachIf(isAbsent(input['label']), 'input-label', 'a text input has no label'),
    ]);
