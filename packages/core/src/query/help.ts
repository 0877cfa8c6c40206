import { type ChoiceKey, type Key, keys } from '../experiment/keys.ts';
import type { Question } from '../experiment/question.ts';
import { type Shelved, variantsOf } from '../parts/shelf.ts';
import { topicList } from './explain.ts';
import { choiceKeys } from './find-key.ts';
import { runnable } from './mistake.ts';
import { printNumber } from './parse-number.ts';
import { printValue } from './print-value.ts';
import { allPresets, type SubjectGroup, subjectGroups } from './subject-groups.ts';
import { also, type Row, table, wrap } from './text-layout.ts';
import { findTopic, listGroups, listTopics, type Topic } from './topics.ts';
import { verbs } from './verbs.ts';

/** The answer to `help …` and `list …`: plain text, from the shelves. */
export const helpText = ({ kind, topic }: Extract<Question, { readonly kind: 'help' | 'list' }>): string => {
  if (kind === 'list') return topic === null ? listEverything() : listOf(topic);
  const found = topic === null ? null : findTopic(topic);
  return found === null ? overview() : helpOn(found);
};

/** What can be written without a verb. */
const ways: readonly Row[] = [
  ['depth=10 act=sigmoid', 'one network: its gradient, layer by layer'],
  ['act=sigmoid,tanh,relu', 'a comparison: the same seeds, one thing changed'],
  ['depth=2..64', 'a sweep; 2..64:20 asks for 20 points'],
  ['gain=0.5..3 bias=0..1', 'a map over two ranges'],
  ['act=sigmoid vs act=relu init=he', 'networks side by side; the others keep what only the first names'],
  ['train=300', 'train it and see who learns'],
];

const overview = (): string =>
  [
    'Why does this deep network not learn? Write key=value in any order:',
    ...table([...ways, ...verbs.map(({ example, summary }): Row => [example, summary])]),
    '',
    'keys',
    ...table(keys.map((key): Row => [`${key.name}=${printValue(key, key.default)}`, key.summary])),
    '',
    `Shown are the defaults. help <key> tells more, list <key> what can be chosen: ${listTopics.join(', ')}.`,
    'explain <topic> says what something is and what it does to gradients; list topics names all topics.',
  ]
    .flatMap(wrap)
    .join('\n');

const helpOn = (topic: Topic): string => {
  switch (topic.kind) {
    case 'key':
      return [...headOf(topic.key), ...detailsOf(topic.key)].flatMap(wrap).join('\n');
    case 'verb':
      return [`${topic.name} - ${topic.verb.summary}`, ...also(topic.verb.aliases), `example: ${topic.verb.example}`]
        .flatMap(wrap)
        .join('\n');
    case 'variant':
      return helpOnVariant(topic.key, topic.variant).flatMap(wrap).join('\n');
    default:
      return topic satisfies never;
  }
};

const headOf = (key: Key): readonly string[] => [
  `${key.name} - ${key.summary}`,
  ...also(key.aliases),
  `default: ${key.name}=${printValue(key, key.default)}`,
  `example: ${key.example}`,
];

const detailsOf = (key: Key): readonly string[] => {
  switch (key.kind) {
    case 'integer':
    case 'number':
      return [
        `range: ${printNumber(key.minimum)} to ${printNumber(key.maximum)}${key.kind === 'number' && key.nullWord !== null ? `, or ${key.nullWord}` : ''}`,
        `not below: ${key.because.minimum}`,
        `not above: ${key.because.maximum}`,
      ];
    case 'choice':
      return [`${key.plural}:`, ...choicesOf(key)];
    case 'flag':
      return ['values: true, false'];
    default:
      return key satisfies never;
  }
};

const helpOnVariant = (key: ChoiceKey, variant: Shelved): readonly string[] => {
  const { name, aliases, summary, parameter, usual = {} } = variant;
  const number =
    parameter === undefined
      ? []
      : [
          `number: ${name}(${printNumber(parameter.default)}), its ${parameter.name}, from ${printNumber(parameter.minimum)} to ${printNumber(parameter.maximum)}`,
        ];
  const settings = keys.flatMap((one) => {
    const value = usual[one.field];
    return value === undefined ? [] : [`${one.name}=${printValue(one, value)}`];
  });
  const unlessSaid = settings.length === 0 ? [] : [`unless told otherwise: ${settings.join(' ')}`];
  return [
    `${name} - ${summary}`,
    ...also(aliases),
    ...number,
    ...unlessSaid,
    `example: ${runnable(key.field, `${key.name}=${name}`)}`,
  ];
};

const listEverything = (): string => [...choiceKeys.map((key) => listChoices([key])), ...listGroups.map(listGroup)].join('\n\n');

const listOf = (topic: string): string => {
  const group = subjectGroups.find(({ name }) => name === topic);
  if (topic === 'topics') return topicList().join('\n');
  return group === undefined ? listChoices(choiceKeys.filter(({ name }) => name === topic)) : listGroup(group);
};

const listGroup = ({ name, all }: SubjectGroup): string =>
  name === 'examples'
    ? listExamples()
    : [name, ...table(all.map((told): Row => [told.name, told.summary]))].flatMap(wrap).join('\n');

/** A preset takes two lines: what it is, and the question it stands for. */
const listExamples = (): string =>
  [
    'examples (example <name>; pairs behind the name change it)',
    ...table(
      allPresets.flatMap(({ name, summary, query }): readonly Row[] => [
        [name, summary],
        ['', query],
      ]),
    ),
  ]
    .flatMap(wrap)
    .join('\n');

const listChoices = (listed: readonly ChoiceKey[]): string =>
  listed
    .flatMap((key) => [`${key.plural} (${key.name}=...)`, ...choicesOf(key)])
    .flatMap(wrap)
    .join('\n');

const choicesOf = (key: ChoiceKey): readonly string[] =>
  table(
    variantsOf(key.shelf).map(({ name, summary, parameter }): Row => {
      const spelling = parameter === undefined ? name : `${name}(${printNumber(parameter.default)})`;
      return [spelling, summary];
    }),
  );
