import { type Fields, fieldsOf, isAbsent, lengthOf, textOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';

/** How Discord spells names of commands and options, which are lower case where their script knows cases. */
const spelling = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Where a name, or a translation of it, is not spelled as Discord asks. */
export const nameBreaches = (named: Fields): readonly Breach[] =>
  [named['name'], ...Object.values(fieldsOf(named['name_localizations']))]
    .filter((name) => !isAbsent(name))
    .flatMap((name) =>
      breachIf(
        !spelling.test(textOf(name)) || textOf(name) !== textOf(name).toLowerCase(),
        'command-name',
        `${JSON.stringify(name)} is not 1 to 32 lower-case letters, digits, - or _`,
      ),
    );

/** Where a description, or a translation of it, does not have 1 to 100 characters. */
export const descriptionBreaches = (described: Fields): readonly Breach[] =>
  [described['description'], ...Object.values(fieldsOf(described['description_localizations']))].flatMap((description) =>
    breachIf(
      lengthOf(description) < 1 || lengthOf(description) > 100,
      'command-description',
      `the description of ${JSON.stringify(described['name'])} has ${lengthOf(description)} characters, 1 to 100`,
    ),
  );
