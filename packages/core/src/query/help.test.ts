import { expect, test } from 'vitest';
import { keys } from '../experiment/keys.ts';
import { variantsOf } from '../parts/shelf.ts';
import { choiceKeys } from './find-key.ts';
import { helpText } from './help.ts';
import { parseQuery } from './parse-query.ts';
import { subjectGroups } from './subject-groups.ts';
import { allSubjects } from './subjects.ts';
import { helpColumns } from './text-layout.ts';
import { findTopic, listGroups, otherListTopics } from './topics.ts';
import { verbs } from './verbs.ts';

const textOf = (query: string): string => {
  const parsed = parseQuery(query);
  if (parsed.kind !== 'question' || (parsed.question.kind !== 'help' && parsed.question.kind !== 'list'))
    throw new Error(`"${query}" is not answered in words`);
  return helpText(parsed.question);
};

const variants = choiceKeys.flatMap(({ shelf }) => variantsOf(shelf));
const topics = [...keys, ...verbs, ...variants].flatMap(({ name, aliases }) => [name, ...aliases]);

test('every topic has a text that fits a terminal', () => {
  const lists = otherListTopics.map((name) => `list ${name}`);
  const queries = [
    'help',
    'list',
    ...lists,
    ...topics.map((topic) => `help ${topic}`),
    ...choiceKeys.map(({ name }) => `list ${name}`),
  ];
  for (const query of queries) {
    const lines = textOf(query).split('\n');
    expect([query, lines.filter((line) => [...line].length > helpColumns || line !== line.trimEnd())]).toEqual([query, []]);
    expect(textOf(query)).not.toMatch(/undefined|null|\[object/);
  }
});

test('the name that a topic is stored under leads to the same topic', () => {
  for (const topic of topics) {
    const name = findTopic(topic)?.name ?? '';
    expect([topic, findTopic(name)?.name]).toEqual([topic, name]);
  }
});

test('help names every key with its default', () => {
  const text = textOf('help');
  for (const { name } of keys) expect(text).toMatch(new RegExp(`^  ${name}=\\S+  `, 'm'));
  expect(text).toContain('depth=10 ');
  expect(text).toContain('gain=auto ');
});

test('help on a key lists what can be chosen, with summaries', () => {
  const text = textOf('help init');
  expect(text).toContain('default: init=glorot-uniform');
  expect(text).toMatch(/^ {2}he-normal +Var W = 2 \/ fan in/m);
  expect(text).toMatch(/^ {2}normal\(0\.05\) /m);
});

test('help on a number says its limits and why', () => {
  expect(textOf('help depth')).toContain('range: 1 to 2000\nnot below: a network has at least one hidden layer');
  expect(textOf('help gain')).toContain('range: 0 to 1000000, or auto');
});

test('list names every variant of every shelf', () => {
  const text = textOf('list');
  for (const { name } of variants) expect(text).toMatch(new RegExp(`^  ${name}[ (]`, 'm'));
});

test.each(['remedies', 'verdicts', 'quantities', 'ideas', 'examples', 'keys'])(
  'list %s names all of them, each with a summary',
  (name) => {
    const group = subjectGroups.find((one) => one.name === name);
    const text = textOf(`list ${name}`);
    for (const told of group?.all ?? []) expect(text).toMatch(new RegExp(`^  ${told.name} +\\S`, 'm'));
    expect(group?.all.length).toBeGreaterThan(10);
  },
);

test('list names what no key chooses, too', () => {
  const text = textOf('list');
  for (const { name } of listGroups) expect(text).toContain(textOf(`list ${name}`));
});

test('list topics names every topic', () => {
  const text = textOf('list topics').replace(/\s+/g, ' ');
  for (const { topic } of allSubjects()) expect(text).toMatch(new RegExp(`[ ]${topic}(?:,| |$)`));
});

test('every example in help can be asked', () => {
  const examples = [...keys, ...verbs].map(({ example }) => example);
  expect(examples.filter((example) => parseQuery(example).kind === 'issues')).toEqual([]);
});
