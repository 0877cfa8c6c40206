import { type APIApplicationCommand, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { type Fields, fieldsOf, isAbsent, listOf, numberOf, textOf } from '../json.ts';

/** What a person fills in, by the name of the option. */
export type GivenOptions = Readonly<Record<string, string | number | boolean>>;

/** What a person types after the slash. */
export interface Typed {
  readonly subcommandGroup?: string;
  readonly subcommand?: string;
  readonly options?: GivenOptions;
  /** The option in which the cursor stands, while a person types. */
  readonly focused?: string;
}

/**
 * Options as Discord sends them, inside of their subcommand. Where the command is registered, a person can fill in only what it
 * offers. **Throws** where a person could not have done so: the form of Discord's client would not let them.
 */
export const typedOptions = (command: APIApplicationCommand | null, typed: Typed): readonly Fields[] => {
  const { subcommandGroup, subcommand, options = {}, focused } = typed;
  const path = [subcommandGroup, subcommand].filter((name) => name !== undefined);
  const definitions = path.reduce<readonly Fields[] | null>(
    (level, name) => (level === null ? null : listOf(offered(level, name)['options']).map(fieldsOf)),
    command === null ? null : listOf(fieldsOf(command)['options']).map(fieldsOf),
  );
  if (definitions?.some(({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup) === true)
    throw new Error(`a person chooses one of the subcommands ${definitions.map(({ name }) => textOf(name)).join(', ')}`);
  if (focused === undefined) refuseMissing(definitions, options);
  const names = focused === undefined || focused in options ? Object.keys(options) : [...Object.keys(options), focused];
  const leaves: readonly Fields[] = names.map((name) => filled(definitions, name, options[name] ?? '', name === focused));
  const [group, sub] = [Option.SubcommandGroup, Option.Subcommand] as const;
  const withSub = subcommand === undefined ? leaves : [{ type: sub, name: subcommand, options: leaves }];
  return subcommandGroup === undefined ? withSub : [{ type: group, name: subcommandGroup, options: withSub }];
};

const offered = (definitions: readonly Fields[], name: string): Fields => {
  const definition = definitions.find((one) => one['name'] === name);
  if (definition !== undefined) return definition;
  const known = definitions.map((one) => textOf(one['name'])).join(', ');
  throw new Error(`a person finds no option ${JSON.stringify(name)}; the command offers ${known || 'none'}`);
};

const refuseMissing = (definitions: readonly Fields[] | null, options: GivenOptions): void => {
  const missing = (definitions ?? []).filter(({ name, required }) => required === true && !(textOf(name) in options));
  if (missing.length > 0) throw new Error(`a person cannot leave out ${missing.map(({ name }) => textOf(name)).join(', ')}`);
};

const filled = (
  definitions: readonly Fields[] | null,
  name: string,
  value: string | number | boolean,
  isFocused: boolean,
): Fields => {
  const definition = definitions === null ? null : offered(definitions, name);
  const type = definition === null ? inferred(value) : numberOf(definition['type']);
  // what stands in a field while a person types is text, whatever the option's type
  if (isFocused) return { name, type, value: String(value), focused: true };
  const problem = definition === null ? null : problemOf(definition, type, value);
  if (problem !== null) throw new Error(`a person cannot fill ${JSON.stringify(value)} into ${name}: ${problem}`);
  return { name, type, value };
};

const inferred = (value: string | number | boolean): Option => {
  if (typeof value === 'boolean') return Option.Boolean;
  if (typeof value === 'string') return Option.String;
  return Number.isInteger(value) ? Option.Integer : Option.Number;
};

const problemOf = (definition: Fields, type: number, value: string | number | boolean): string | null => {
  if (!isOfType(type, value)) return `the option is of type ${type}`;
  const choices = listOf(definition['choices']).map((choice) => fieldsOf(choice)['value']);
  if (choices.length > 0 && !choices.includes(value)) return `the choices are ${choices.join(', ')}`;
  const size = typeof value === 'string' ? [...value].length : Number(value);
  const [least, most] = typeof value === 'string' ? ['min_length', 'max_length'] : ['min_value', 'max_value'];
  if (!isAbsent(definition[least]) && size < numberOf(definition[least])) return `${least} is ${numberOf(definition[least])}`;
  if (!isAbsent(definition[most]) && size > numberOf(definition[most])) return `${most} is ${numberOf(definition[most])}`;
  return null;
};

const isOfType = (type: number, value: string | number | boolean): boolean => {
  if (type === Option.Integer) return Number.isSafeInteger(value);
  if (type === Option.Number) return typeof value === 'number' && Number.isFinite(value);
  if (type === Option.Boolean) return typeof value === 'boolean';
  return typeof value === 'string';
};
