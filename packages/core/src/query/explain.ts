import type { Question } from '../experiment/question.ts';
import { subjectGroups } from './subject-groups.ts';
import { allSubjects, findSubject, findSubjects, type Subject } from './subjects.ts';
import { also, wrap, wrapParagraph } from './text-layout.ts';

/** The answer to `explain …`: plain text, from the shelves; without a topic, what can be explained. */
export const explainText = ({ topic }: Pick<Extract<Question, { readonly kind: 'explain' }>, 'topic'>): string => {
  const [subject, ...others] = topic === null ? [] : findSubjects(topic);
  return (subject === undefined ? topicList() : told(subject, others)).join('\n');
};

/** Everything that can be explained, by group. */
export const topicList = (): readonly string[] => {
  const subjects = allSubjects();
  const listed = subjectGroups.map(({ name }) => ({ name, topics: subjects.filter(({ group }) => group === name) }));
  return [
    'explain <topic> tells what it is and what it does to gradients. Topics:',
    ...listed
      .filter(({ topics }) => topics.length > 0)
      .flatMap(({ name, topics }) => wrap(`${name}: ${topics.map(({ topic }) => topic).join(', ')}`)),
  ];
};

/** What a subject is seen with: the topics it names, and what else goes by its name. */
export const seeAlsoOf = ({ topic, explanation }: Subject, others: readonly Subject[]): readonly string[] => {
  const named = (explanation.seeAlso ?? []).flatMap((name) => findSubject(name)?.topic ?? []);
  return [...new Set([...named, ...others.map((other) => other.topic)])].filter((other) => other !== topic);
};

const told = (subject: Subject, others: readonly Subject[]): readonly string[] => {
  const { topic, summary, aliases, explanation } = subject;
  const { text, formula, source, example } = explanation;
  const see = seeAlsoOf(subject, others);
  return [
    ...[`${topic} - ${summary}`, ...also(aliases)].flatMap(wrap),
    ...text.flatMap(wrapParagraph),
    ...[
      ...(formula === null ? [] : [`formula: ${formula}`]),
      ...(source === null ? [] : [`source: ${source}`]),
      `try: ${example}`,
      ...(see.length === 0 ? [] : [`see also: ${see.join(', ')}`]),
    ].flatMap(wrap),
  ];
};
