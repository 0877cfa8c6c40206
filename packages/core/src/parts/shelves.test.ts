import { expect, test } from 'vitest';
import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { netsReading } from '../experiment/reading.ts';
import { treat as treatWith } from '../experiment/treat.ts';
import { stableCriticalPoint } from '../theory/critical-line.ts';
import * as activations from './activations/index.ts';
import * as architectures from './architectures/index.ts';
import * as clippings from './clippings/index.ts';
import * as gates from './gates/index.ts';
import * as initializers from './initializers/index.ts';
import * as losses from './losses/index.ts';
import * as norms from './norms/index.ts';
import * as optimizers from './optimizers/index.ts';
import * as orders from './orders/index.ts';
import * as paddings from './paddings/index.ts';
import * as places from './places/index.ts';
import * as remedies from './remedies/index.ts';
import type { Pharmacopoeia, Remedy } from './remedies/remedy.ts';
import { findByName, foldName, type Shelf, variantsOf } from './shelf.ts';
import * as skips from './skips/index.ts';
import * as tasks from './tasks/index.ts';
import * as tokenisations from './tokenisations/index.ts';
import type { Choice, Variant } from './variant.ts';

/** Every shelf, and the field of an experiment that names its variants; remedies are named by nobody's field. */
const shelves: readonly { readonly title: string; readonly shelf: Shelf; readonly field: keyof Experiment | null }[] = [
  { title: 'activations', shelf: activations, field: 'activation' },
  { title: 'architectures', shelf: architectures, field: 'net' },
  { title: 'clippings', shelf: clippings, field: 'clipBy' },
  { title: 'gates', shelf: gates, field: 'gate' },
  { title: 'initializers', shelf: initializers, field: 'init' },
  { title: 'losses', shelf: losses, field: 'loss' },
  { title: 'norms', shelf: norms, field: 'norm' },
  { title: 'optimizers', shelf: optimizers, field: 'optimizer' },
  { title: 'remedies', shelf: remedies, field: null },
  { title: 'orders', shelf: orders, field: 'order' },
  { title: 'paddings', shelf: paddings, field: 'padding' },
  { title: 'places', shelf: places, field: 'place' },
  { title: 'skips', shelf: skips, field: 'skip' },
  { title: 'tasks', shelf: tasks, field: 'task' },
  { title: 'tokenisations', shelf: tokenisations, field: 'tokenisation' },
];

const allOf = ({ shelf }: (typeof shelves)[number]): readonly Variant[] => Object.values(shelf);

test.for(shelves)('$title: names and aliases are in kebab case, each once, however they are spelled', (entry) => {
  const spellings = allOf(entry).flatMap(({ name, aliases }) => [name, ...aliases]);
  for (const spelling of spellings) expect(spelling).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const folded = spellings.map(foldName);
  expect(folded.filter((spelling, position) => folded.indexOf(spelling) !== position)).toEqual([]);
});

test.for(shelves)('$title: every spelling finds its own variant', (entry) => {
  const all = allOf(entry);
  for (const variant of all) {
    for (const spelling of [variant.name, ...variant.aliases])
      expect(findByName(all, ` ${spelling.toUpperCase().replaceAll('-', '_')}`)).toBe(variant);
  }
});

test.for(shelves)('$title: a summary is one lower-case line without a full stop', (entry) => {
  for (const { summary } of allOf(entry)) {
    expect(summary).toMatch(/^\S.*[^.\s]$/);
    // a person's name or a formula keeps its capital: Gaussian, Var W, W ~ N
    const [first = ''] = summary.split(/[\s,]/);
    expect(/^[^A-Z]/.test(first) || /^(W|Var|Adam|Gaussian|He)$/.test(first)).toBe(true);
    expect(summary.length).toBeLessThan(120);
  }
});

test.for(shelves)('$title: variants are exported under their own names, in camel case', ({ shelf }) => {
  for (const [exported, { name }] of Object.entries(shelf))
    expect(exported).toBe(name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
  expect(variantsOf(shelf).length).toBeGreaterThan(0);
});

const fields = shelves.flatMap(({ shelf, field }) =>
  field === null
    ? []
    : Object.values(shelf).map(({ name }) => ({ field, name, choice: { name, parameter: null } satisfies Choice })),
);

test.for(fields)('$field=$name designs, with and without a readout', ({ field, choice }) => {
  for (const loss of ['crossentropy', 'probe']) {
    const asked = { loss: { name: loss, parameter: null }, [field]: choice };
    // a task is read by the first network that reads it, and by enough steps
    const [depth, net] = field === 'task' ? [28, netsReading(choice.name)[0]] : [3, undefined];
    const sized = { depth, width: 5, ...(net === undefined ? {} : { net: { name: net, parameter: null } }) };
    const blueprint = design(complete({ ...sized, ...asked }));
    expect(blueprint.rows.length).toBe(depth + Math.sign(blueprint.readout.length));
    // unless something else is usual with a task
    expect(blueprint.learningRate).toBe(blueprint.task.usual?.lr ?? blueprint.optimizer.defaultLearningRate);
  }
});

/** A patient for every activation, with and without numbers of its own. */
const patients: readonly Experiment[] = Object.values(activations).flatMap(({ name }) => [
  complete({ activation: { name, parameter: null } }),
  complete({ activation: { name, parameter: null }, init: { name: 'normal', parameter: null }, gain: 3, bias: 0.2 }),
  complete({ activation: { name, parameter: null }, net: { name: 'resnet', parameter: null } }),
  ...['rnn', 'lstm', 'gru'].map((net) =>
    complete({ activation: { name, parameter: null }, net: { name: net, parameter: null } }),
  ),
]);

/** What theory tells of a patient, as the verdict asks it. */
const theoryOf = (experiment: Experiment): Pharmacopoeia => ({
  criticalPoint: () => {
    const { activation } = design(experiment).recursion ?? {};
    return activation === undefined ? null : stableCriticalPoint(activation, experiment.bias);
  },
});

const treat = (remedy: Remedy, patient: Experiment): Experiment | null => treatWith(remedy, patient, theoryOf(patient));

const shelved: readonly Remedy[] = Object.values(remedies);

test.for(shelved)('$name: helps somebody, and what it proposes is another network that designs', (remedy) => {
  const treated = patients.flatMap((patient) => {
    const cured = treat(remedy, patient);
    if (cured !== null) expect(cured).not.toEqual(patient);
    return cured ?? [];
  });
  expect(treated.length).toBeGreaterThan(0);
  for (const cured of treated) expect(design({ ...cured, depth: 2, width: 3 }).hidden.length).toBeGreaterThan(0);
});

test.for(shelved)('$name: has nothing to propose where it is in place already', (remedy) => {
  for (const patient of patients) {
    const cured = treat(remedy, patient);
    if (cured !== null) expect(treat(remedy, cured)).toBeNull();
  }
});

test.for(shelved)('$name: says why, in lower case but for names, without a full stop', ({ why }) => {
  expect(why).toMatch(/^[^.]*[^.\s]$/);
  expect(/^[^A-Z]/.test(why) || /^(Adam|He) /.test(why)).toBe(true);
});

test('a proposal touches nothing else: width, depth, seeds and data stay', () => {
  for (const patient of patients) {
    for (const remedy of shelved) {
      const { depth, width, batch, seeds, seed, loss, task } = treat(remedy, patient) ?? patient;
      expect({ depth, width, batch, seeds, seed, loss, task }).toEqual({
        depth: patient.depth,
        width: patient.width,
        batch: patient.batch,
        seeds: patient.seeds,
        seed: patient.seed,
        loss: patient.loss,
        task: patient.task,
      });
    }
  }
});
