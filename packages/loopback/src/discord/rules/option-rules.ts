import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { type Fields, fieldsOf, isAbsent, listOf, numberOf, textOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';
import { choiceBreaches } from './choice-rules.ts';
import { descriptionBreaches, nameBreaches } from './spelling-rules.ts';

const branches = new Set<number>([Option.Subcommand, Option.SubcommandGroup]);
const numeric = new Set<number>([Option.Integer, Option.Number]);
const choosable = new Set<number>([Option.String, Option.Integer, Option.Number]);

/** Where the options of a command break Discord's rules. Groups stand at depth 0, and subcommands in them at depth 1. */
export const optionsBreaches = (value: unknown, depth: number): readonly Breach[] => {
  const options = listOf(value).map(fieldsOf);
  const types = options.map(({ type }) => numberOf(type));
  const names = options.map(({ name }) => name);
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const isOrdered = firstOptional === -1 || options.slice(firstOptional).every(({ required }) => required !== true);
  const branching = types.filter((type) => branches.has(type)).length;
  return [
    ...breachIf(options.length > 25, 'option-count', `${options.length} options on one level, at most 25`),
    ...breachIf(new Set(names).size !== names.length, 'option-unique', 'two options on one level have one name'),
    ...breachIf(branching > 0 && branching < types.length, 'option-mixed', 'subcommands stand beside other options'),
    ...breachIf(!isOrdered, 'option-required-first', 'an option that is required follows one that is not'),
    ...options.flatMap((option) => optionBreaches(option, depth)),
  ];
};

const optionBreaches = (option: Fields, depth: number): readonly Breach[] => {
  const type = numberOf(option['type']);
  const deepest = type === Option.SubcommandGroup ? 0 : 1;
  return [
    ...nameBreaches(option),
    ...descriptionBreaches(option),
    ...(branches.has(type)
      ? [
          ...breachIf(depth > deepest, 'option-depth', 'subcommands nest too deep'),
          ...optionsBreaches(option['options'], type === Option.SubcommandGroup ? 1 : 2),
        ]
      : leafBreaches(option, type)),
  ];
};

const leafBreaches = (option: Fields, type: number): readonly Breach[] => {
  const [hasChoices, completes] = [listOf(option['choices']).length > 0, option['autocomplete'] === true];
  const name = textOf(option['name']);
  return [
    ...breachIf(hasChoices && completes, 'option-choices-exclusive', `${name} has choices and autocompletes`),
    ...breachIf(
      (hasChoices || completes) && !choosable.has(type),
      'option-choices-type',
      `options of type ${type} have no choices`,
    ),
    ...(hasChoices ? choiceBreaches(option['choices'], type) : []),
    ...boundBreaches(option, type),
  ];
};

/** Bounds exist for numbers (values) and texts (lengths), and the lower one is not above the upper. */
const boundBreaches = (option: Fields, type: number): readonly Breach[] => {
  const has = (key: string): boolean => !isAbsent(option[key]);
  const isInverted = (least: string, most: string): boolean =>
    has(least) && has(most) && numberOf(option[least]) > numberOf(option[most]);
  const hasFraction = ['min_value', 'max_value'].some((key) => has(key) && !Number.isInteger(option[key]));
  const name = textOf(option['name']);
  return [
    ...breachIf(
      (has('min_value') || has('max_value')) && !numeric.has(type),
      'option-bounds',
      `${name} is no number and has bounds`,
    ),
    ...breachIf(
      (has('min_length') || has('max_length')) && type !== Option.String,
      'option-bounds',
      `${name} is no text and has lengths`,
    ),
    ...breachIf(type === Option.Integer && hasFraction, 'option-bounds', `${name} is an integer and its bounds are not`),
    ...breachIf(isInverted('min_value', 'max_value'), 'option-bounds', `the bounds of ${name} are inverted`),
    ...breachIf(isInverted('min_length', 'max_length'), 'option-bounds', `the lengths of ${name} are inverted`),
    ...breachIf(
      numberOf(option['min_length']) > 6000 || numberOf(option['max_length']) > 6000 || option['max_length'] === 0,
      'option-bounds',
      `${name} takes texts of 1 to 6000 characters`,
    ),
  ];
};
