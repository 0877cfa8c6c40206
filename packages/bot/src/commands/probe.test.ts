import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noStore } from '../answers/answer-store.ts';
import { idleLaboratory } from '../fixtures/idle-laboratory.ts';
import { recordedProbe } from '../fixtures/recorded-probe.ts';
import { writeSavedModel } from '../fixtures/saved-model.ts';
import { ask } from '../front-desk.ts';
import { ModelFileError } from '../model-files/model-file-error.ts';
import type { ProbeOrder } from '../model-files/probe-model-files.ts';
import type { Reply } from '../reply.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vanish-probe-'));
  await writeSavedModel(join(folder, 'of mine'));
  await writeFile(join(folder, 'a batch.json'), '{}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const asked = async (text: string, probe?: () => never): Promise<{ readonly reply: Reply; readonly orders: ProbeOrder[] }> => {
  const orders: ProbeOrder[] = [];
  const laboratory = idleLaboratory({
    probe: async (order) => {
      orders.push(order);
      return probe?.() ?? recordedProbe();
    },
  });
  const { signal } = new AbortController();
  const request = { text, folder, signal, isFresh: false, budgetMs: null, onPartial: null, onProgress: () => {} };
  return { reply: await ask(request, { laboratory, answers: noStore }), orders };
};

test.each([
  ['probe of mine/model.json', null, 'auto'],
  ['vanish probe "of mine/model.json" engine=wasm', null, 'wasm'],
  ['probe of mine/model.json --data a batch.json --engine cpu', 'a batch.json', 'cpu'],
  ['probe --data a batch.json of mine/model.json', 'a batch.json', 'auto'],
  ["probe --data='a batch.json' --engine=cpu of mine/model.json", 'a batch.json', 'cpu'],
])('%s is understood', async (text, data, engine) => {
  const { reply, orders } = await asked(text);
  expect(reply).toMatchObject({ kind: 'probe', query: text.replace('vanish ', ''), report: { kind: 'probe' } });
  const named = (name: string | null) => (name === null ? null : { name, path: join(folder, name) });
  expect(orders).toEqual([{ model: named('of mine/model.json'), data: named(data), engine }]);
});

test.each([
  ['probe', /no model was given - did you mean "vanish probe model\.json"\?/u],
  ['probe of mine/model.json --data', /--data needs a value/u],
  ['probe of mine/model.json --dta x', /unknown option "--dta" of probe.*known: --data, --engine/u],
  ['probe of mine/model.json --data none.json', /there is no file "none\.json"/u],
  ['probe of mine/model.json engine=wsam', /unknown engine "wsam" - did you mean "wasm"/u],
  ['prob model.json', /did you mean "probe"/u],
])('%s is refused before anything is read', async (text, sentence) => {
  const { reply, orders } = await asked(text);
  expect(reply.kind === 'issues' ? reply.issues.map(({ message }) => message).join('\n') : reply.kind).toMatch(sentence);
  expect(orders).toEqual([]);
});

test('a file that is no model is the business of whoever named it', async () => {
  const { reply } = await asked('probe of mine/model.json', () => {
    throw new ModelFileError('model.json is no JSON');
  });
  expect(reply).toMatchObject({ kind: 'issues', issues: [{ field: 'model', message: 'model.json is no JSON' }] });
});
