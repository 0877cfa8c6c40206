import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { fieldsOf, lengthOf, listOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';

/** Where choices, of an option or of an autocompletion, break Discord's rules: 25 of them, 100 characters, values of the option's type. */
export const choiceBreaches = (value: unknown, type: number): readonly Breach[] => {
  const choices = listOf(value).map(fieldsOf);
  const names = choices.map(({ name }) => name);
  const isOfTexts = type === ApplicationCommandOptionType.String;
  return [
    ...breachIf(choices.length > 25, 'choice-count', `${choices.length} choices, at most 25`),
    ...breachIf(new Set(names).size !== names.length, 'choice-unique', 'two choices have one name'),
    ...choices.flatMap((choice) => [
      ...breachIf(
        lengthOf(choice['name']) < 1 || lengthOf(choice['name']) > 100,
        'choice-name',
        'a name of a choice has 1 to 100 characters',
      ),
      ...breachIf(
        typeof choice['value'] !== (isOfTexts ? 'string' : 'number') || lengthOf(choice['value']) > 100,
        'choice-value',
        `${JSON.stringify(choice['value'])} is no value of an option of type ${type}`,
      ),
    ]),
  ];
};
