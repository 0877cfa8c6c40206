import { fieldsOf, lengthOf, listOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';

/** Where texts of an embed stand, and how many characters Discord takes there. */
const textsOf = (value: unknown): readonly { readonly at: string; readonly text: unknown; readonly most: number }[] => {
  const embed = fieldsOf(value);
  return [
    { at: 'title', text: embed['title'], most: 256 },
    { at: 'description', text: embed['description'], most: 4096 },
    { at: 'footer.text', text: fieldsOf(embed['footer'])['text'], most: 2048 },
    { at: 'author.name', text: fieldsOf(embed['author'])['name'], most: 256 },
    ...listOf(embed['fields']).flatMap((field, index) => [
      { at: `fields[${index}].name`, text: fieldsOf(field)['name'], most: 256 },
      { at: `fields[${index}].value`, text: fieldsOf(field)['value'], most: 1024 },
    ]),
  ];
};

/** Where the embeds of a message break Discord's limits: 10 of them, 25 fields each, 6000 characters over all. */
export const embedBreaches = (embeds: readonly unknown[]): readonly Breach[] => {
  const texts = embeds.flatMap((embed, index) => textsOf(embed).map((text) => ({ ...text, at: `embeds[${index}].${text.at}` })));
  const sum = texts.reduce((total, { text }) => total + lengthOf(text), 0);
  return [
    ...breachIf(embeds.length > 10, 'embed-count', `${embeds.length} embeds, at most 10`),
    ...breachIf(sum > 6000, 'embeds-length', `${sum} characters over all embeds, at most 6000`),
    ...embeds.flatMap((embed, index) => {
      const { length } = listOf(fieldsOf(embed)['fields']);
      return breachIf(length > 25, 'embed-fields', `embeds[${index}] has ${length} fields, at most 25`);
    }),
    ...texts.flatMap(({ at, text, most }) =>
      breachIf(lengthOf(text) > most, 'embed-text', `${at} has ${lengthOf(text)} characters, at most ${most}`),
    ),
    ...texts.flatMap(({ at, text }) =>
      breachIf(at.includes('fields[') && lengthOf(text) === 0, 'embed-field-empty', `${at} is empty`),
    ),
  ];
};
