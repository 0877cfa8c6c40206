import { expect, test } from 'vitest';
import { complete } from '../experiment/complete.ts';
import { ask, investigate, openLaboratory } from '../investigate.ts';
import { findSubjects } from '../query/subjects.ts';
import { notionOfOutcome, notionOfVerdict } from './verdicts.ts';

/** Names that hold other names together, or place and count what is measured, and measure nothing themselves. */
const structure = new Set([
  ...['layers', 'rows', 'steps', 'activation', 'forward', 'backward'],
  ...['index', 'row', 'name', 'step', 'counts', 'entries', 'answersPerStep', 'answers'],
  // of a histogram: where it begins, what has no bin
  ...['from', 'notFinite'],
]);

/** The names of all that a part of a report holds. */
const namesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [name, ...namesIn(inside)]);
};

const unexplained = (part: unknown): readonly string[] =>
  [...new Set(namesIn(part))].filter((name) => !structure.has(name) && findSubjects(name).length === 0);

test('every quantity of a report has a topic', async () => {
  const report = await investigate('net=resnet depth=3 width=8 act=relu seeds=2 batch=4 spectrum=true');
  expect(namesIn(report.measured)).toEqual(expect.arrayContaining(['paths', 'spectrum', 'decadesPerLayer', 'underflow']));
  expect(unexplained([report.measured, report.theory])).toEqual([]);
});

test('every quantity of a training has a topic', async () => {
  const laboratory = openLaboratory();
  const { record } = await laboratory.train(complete({ depth: 2, width: 8, seeds: 2, batch: 10, train: 3 }));
  laboratory.close();
  expect(namesIn(record)).toEqual(expect.arrayContaining(['movements', 'histograms', 'chanceLoss', 'accuracy']));
  expect(unexplained(record)).toEqual([]);
});

test('verdicts and outcomes are explained as what they are', () => {
  for (const [kind, notion] of Object.entries(notionOfVerdict)) {
    expect(notion.name).toBe(kind);
    expect(findSubjects(kind)[0]?.explanation).toBe(notion.explanation);
  }
  for (const [outcome, { explanation }] of Object.entries(notionOfOutcome))
    expect(findSubjects(`verdict=${outcome}`)[0]?.explanation).toBe(explanation);
});

/** Of answers about several networks: who is who, what was asked, and how it was spaced. */
const frame = new Set([
  ...[
    'version',
    'kind',
    'query',
    'engine',
    'unanswered',
    'timings',
    'totalMs',
    'verdict',
    'headline',
    'evidence',
    'advice',
    'why',
  ],
  ...['names', 'reports', 'axis', 'curves', 'points', 'x', 'y', 'key', 'summary', 'values', 'isWhole', 'isLogarithmic', 'theory'],
  ...['patient', 'treatments', 'proofs', 'report', 'changes', 'training', 'outcome', 'seeds'],
]);

test.each([
  'depth=2 act=tanh,relu',
  'depth=2..4',
  'gain=1..2:3 bias=0..1:3 depth=2',
  'fix depth=4',
  'lr=0.01..0.1:2 depth=2 train=2',
])('every quantity of the answer to %s has a topic', async (query) => {
  const { verdict, ...answer } = await ask(`${query} width=8 batch=10 seeds=2`);
  expect(verdict.headline).not.toBe('');
  // whole reports of single networks are looked at above
  const own = JSON.parse(
    JSON.stringify(answer, (name, value) => (['report', 'reports', 'patient', 'proofs'].includes(name) ? null : value)),
  );
  expect(unexplained(own).filter((name) => !frame.has(name))).toEqual([]);
});
