import { expect, test } from 'vitest';
import { foldName } from '../parts/shelf.ts';
import { explainText, seeAlsoOf } from './explain.ts';
import { findClashes } from './find-clashes.ts';
import { parseQuery } from './parse-query.ts';
import { refuse } from './refuse.ts';
import { subjectGroups } from './subject-groups.ts';
import { allSubjects, findSubject, findSubjects, nearestSubject } from './subjects.ts';
import { helpColumns } from './text-layout.ts';

const subjects = allSubjects();

test('topics are distinct, and each finds itself', () => {
  expect(new Set(subjects.map(({ topic }) => topic)).size).toBe(subjects.length);
  for (const subject of subjects) expect(findSubject(subject.topic)).toEqual(subject);
});

test('everything on a shelf is a topic', () => {
  for (const { prefix, all } of subjectGroups)
    for (const { name, explanation } of all) expect(findSubject(`${prefix}=${name}`)?.explanation).toBe(explanation);
});

test('every name and alias finds its topic, alone or among others that bear it', () => {
  for (const subject of subjects)
    for (const spelling of [subject.name, ...subject.aliases, subject.name.replaceAll('-', ' ').toUpperCase()])
      expect([spelling, findSubjects(spelling)]).toEqual([spelling, expect.arrayContaining([subject])]);
});

test('a topic goes by its own name before others that bear it as an alias, and before remedies', () => {
  expect(findSubjects('gru').map(({ topic }) => topic)).toEqual(['gru', 'remedy=gru']);
  expect(findSubjects('identity').map(({ topic }) => topic)).toEqual(['identity', 'linear', 'residual', 'remedy=identity']);
  expect(
    findSubjects('zero')
      .map(({ topic }) => topic)
      .slice(0, 3),
  ).toEqual(['zero', 'skip=zero', 'padding=zero']);
});

test.for(subjects)('$topic: whole sentences, one line of formula, a source or none', ({ summary, explanation }) => {
  const { text, formula, source } = explanation;
  expect(summary).toMatch(/^\S.*[^.\s]$/);
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(4);
  for (const sentences of text) expect(sentences).toMatch(/^\S.*\.$/);
  const length = text.join(' ').length;
  expect(length).toBeGreaterThan(90);
  expect(length).toBeLessThan(520);
  if (formula !== null) expect(formula).toMatch(/^\S.{0,110}\S$/u);
  if (source !== null) expect(source).toMatch(/\d{4}|TensorFlow\.js 4\.22/);
});

test.for(subjects)('$topic: its example can be asked, goes together and is affordable', ({ explanation: { example } }) => {
  const parsed = parseQuery(example);
  expect(parsed).toMatchObject({ kind: 'question' });
  if (parsed.kind !== 'question') return;
  expect(['network', 'training', 'comparison', 'sweep', 'map', 'versus', 'fix']).toContain(parsed.question.kind);
  expect(findClashes(parsed.question)).toEqual([]);
  expect(refuse(parsed.question)).toEqual([]);
});

test.for(subjects)('$topic: fits a terminal, and leads on to other topics', ({ topic, explanation }) => {
  const text = explainText({ topic });
  const lines = text.split('\n');
  expect(lines.filter((line) => [...line].length > helpColumns || line !== line.trimEnd())).toEqual([]);
  expect(text).toContain(`try: ${explanation.example}`.slice(0, helpColumns - 40));
  expect(text).not.toMatch(/undefined|null|\[object/);
  const see = explanation.seeAlso ?? [];
  expect(see.filter((name) => findSubject(name) === null)).toEqual([]);
  const [subject, ...others] = findSubjects(topic);
  if (subject !== undefined) expect(seeAlsoOf(subject, others)).not.toContain(topic);
});

test('a slip of the finger in any long name is forgiven', () => {
  for (const { topic, name } of subjects.filter(
    (subject) => subject.name === subject.topic && foldName(subject.name).length > 6,
  )) {
    const slip = `${name.slice(0, 2)}${name.slice(3)}`;
    expect([slip, findSubject(slip) ?? nearestSubject(slip)]).toEqual([
      slip,
      expect.objectContaining({ topic: expect.any(String) }),
    ]);
    expect(topic).toBe(name);
  }
});

test('a question of a million words is answered at once', () => {
  const spelling = `what is ${'very '.repeat(1_000_000)}deep`;
  expect([findSubject(spelling), nearestSubject(spelling)]).toEqual([null, null]);
});
