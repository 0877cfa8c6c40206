import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type Fields, fieldsOf, isAbsent, lengthOf, listOf, numberOf, textOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';
import { childrenOf, flatten, selectTypes, typeOf } from './components.ts';

/** Where components of a message or a modal break a rule that holds for their type, wherever they stand. */
export const componentBreaches = (components: readonly unknown[]): readonly Breach[] => {
  const all = flatten(components);
  return [...all.flatMap((component) => breachesByType[typeOf(component)]?.(component) ?? []), ...customIdBreaches(all)];
};

/** Ids are unique within a message and have 1 to 100 characters. */
const customIdBreaches = (all: readonly Fields[]): readonly Breach[] => {
  const ids = all.map((component) => component['custom_id']).filter((id) => !isAbsent(id));
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...repeated.map((id) => ({ rule: 'custom-id-unique', detail: `custom_id ${JSON.stringify(id)} occurs twice` })),
    ...ids.flatMap((id) =>
      breachIf(lengthOf(id) < 1 || lengthOf(id) > 100, 'custom-id-length', `custom_id has ${lengthOf(id)} characters, 1 to 100`),
    ),
  ];
};

const rowBreaches = (row: Fields): readonly Breach[] => {
  const types = childrenOf(row).map(typeOf);
  const buttons = types.filter((type) => type === ComponentType.Button).length;
  return [
    ...breachIf(types.length === 0, 'row-empty', 'an action row holds nothing'),
    ...breachIf(buttons > 5, 'row-buttons', `${buttons} buttons in a row, at most 5`),
    ...breachIf(buttons !== types.length && types.length > 1, 'row-mixed', 'a select menu or text input fills its row'),
    ...types.flatMap((type) =>
      breachIf(
        type !== ComponentType.Button && type !== ComponentType.TextInput && !selectTypes.has(type),
        'row-child',
        `a component of type ${type} stands in an action row`,
      ),
    ),
  ];
};

const buttonBreaches = (button: Fields): readonly Breach[] => {
  const style = numberOf(button['style']);
  const [hasId, hasUrl, hasSku] = ['custom_id', 'url', 'sku_id'].map((key) => !isAbsent(button[key])) as [
    boolean,
    boolean,
    boolean,
  ];
  const expected = style === ButtonStyle.Link ? 'url' : style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
  const isAsExpected =
    hasId === (expected === 'custom_id') && hasUrl === (expected === 'url') && hasSku === (expected === 'sku_id');
  const isWordless = lengthOf(button['label']) === 0 && isAbsent(button['emoji']);
  return [
    ...breachIf(!isAsExpected, 'button-target', `a button of style ${style} has a ${expected} and nothing else to lead to`),
    ...breachIf(lengthOf(button['label']) > 80, 'button-label', `label has ${lengthOf(button['label'])} characters, at most 80`),
    ...breachIf(isWordless && style !== ButtonStyle.Premium, 'button-wordless', 'a button has neither label nor emoji'),
    ...breachIf(lengthOf(button['url']) > 512, 'button-url', 'the url of a button has more than 512 characters'),
  ];
};

const selectBreaches = (select: Fields): readonly Breach[] => {
  const options = listOf(select['options']).map(fieldsOf);
  const values = options.map(({ value }) => value);
  const isOfTexts = typeOf(select) === ComponentType.StringSelect;
  return [
    ...breachIf(isAbsent(select['custom_id']), 'select-id', 'a select menu has no custom_id'),
    ...breachIf(
      isOfTexts && (options.length < 1 || options.length > 25),
      'select-options',
      `${options.length} options in a select menu, 1 to 25`,
    ),
    ...breachIf(new Set(values).size !== values.length, 'select-values-unique', 'two options of a select menu have one value'),
    ...breachIf(lengthOf(select['placeholder']) > 150, 'select-placeholder', 'a placeholder has more than 150 characters'),
    ...options.flatMap((option) =>
      ['label', 'value', 'description'].flatMap((key) =>
        breachIf(lengthOf(option[key]) > 100, 'select-text', `${key} of an option has more than 100 characters`),
      ),
    ),
  ];
};

const sectionBreaches = (section: Fields): readonly Breach[] => {
  const { length } = listOf(section['components']);
  return [
    ...breachIf(length < 1 || length > 3, 'section-texts', `${length} texts in a section, 1 to 3`),
    ...breachIf(isAbsent(section['accessory']), 'section-accessory', 'a section has no accessory'),
  ];
};

const galleryBreaches = (gallery: Fields): readonly Breach[] => {
  const items = listOf(gallery['items']).map(fieldsOf);
  return [
    ...breachIf(items.length < 1 || items.length > 10, 'gallery-items', `${items.length} items in a gallery, 1 to 10`),
    ...items.flatMap(altTextBreaches),
  ];
};

const altTextBreaches = (item: Fields): readonly Breach[] =>
  breachIf(
    lengthOf(item['description']) > 1024,
    'alt-text',
    `alt text has ${lengthOf(item['description'])} characters, at most 1024`,
  );

const fileBreaches = (file: Fields): readonly Breach[] =>
  breachIf(
    !textOf(fieldsOf(file['file'])['url']).startsWith('attachment://'),
    'file-reference',
    'a file component names an attachment by attachment://',
  );

const inputBreaches = (input: Fields): readonly Breach[] => {
  const [least, most] = [numberOf(input['min_length']), isAbsent(input['max_length']) ? 4000 : numberOf(input['max_length'])];
  return [
    ...breachIf(isAbsent(input['custom_id']), 'input-id', 'a text input has no custom_id'),
    ...breachIf(
      most < 1 || most > 4000 || least < 0 || least > most,
      'input-bounds',
      `a text input takes ${least} to ${most} characters`,
    ),
    ...breachIf(lengthOf(input['value']) > most, 'input-value', `a prefilled value has more than ${most} characters`),
    ...breachIf(lengthOf(input['placeholder']) > 100, 'input-placeholder', 'a placeholder has more than 100 characters'),
    ...breachIf(lengthOf(input['label']) > 45, 'input-label', 'the label of a text input has more than 45 characters'),
  ];
};

const labelBreaches = (label: Fields): readonly Breach[] => [
  ...breachIf(lengthOf(label['label']) < 1 || lengthOf(label['label']) > 45, 'label-text', 'a label has 1 to 45 characters'),
  ...breachIf(lengthOf(label['description']) > 100, 'label-description', 'the description of a label has at most 100 characters'),
  ...breachIf(isAbsent(label['component']), 'label-component', 'a label labels nothing'),
];

const breachesByType: Readonly<Record<number, (component: Fields) => readonly Breach[]>> = {
  [ComponentType.ActionRow]: rowBreaches,
  [ComponentType.Button]: buttonBreaches,
  [ComponentType.StringSelect]: selectBreaches,
  [ComponentType.UserSelect]: selectBreaches,
  [ComponentType.RoleSelect]: selectBreaches,
  [ComponentType.MentionableSelect]: selectBreaches,
  [ComponentType.ChannelSelect]: selectBreaches,
  [ComponentType.TextInput]: inputBreaches,
  [ComponentType.Section]: sectionBreaches,
  [ComponentType.Thumbnail]: altTextBreaches,
  [ComponentType.MediaGallery]: galleryBreaches,
  [ComponentType.File]: fileBreaches,
  [ComponentType.Label]: labelBreaches,
};
