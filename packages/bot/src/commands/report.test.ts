import { expect, test } from 'vitest';
import { noStore } from '../answers/answer-store.ts';
import { idleLaboratory } from '../fixtures/idle-laboratory.ts';
import { recordedProbe } from '../fixtures/recorded-probe.ts';
import { recordedReport } from '../fixtures/recorded-report.ts';
import { ask } from '../front-desk.ts';
import type { Reply } from '../reply.ts';

const asked = (text: string): Promise<Reply> => {
  const laboratory = idleLaboratory({ answer: async () => recordedReport(), probe: async () => recordedProbe() });
  const { signal } = new AbortController();
  const folder = new URL('../fixtures/', import.meta.url).pathname;
  const request = { text, folder, signal, isFresh: false, budgetMs: null, onPartial: null, onProgress: () => {} };
  return ask(request, { laboratory, answers: noStore });
};

test.each([
  ['report depth=10 act=sigmoid', 'answer'],
  ['vanish page depth=2..9', 'answer'],
  ['report sigmoid.json', 'probe'],
  ['report ./sigmoid.json --data probe-sigmoid.json', 'probe'],
])('%s becomes a page about an %s', async (text, kind) => {
  expect(await asked(text)).toMatchObject({ kind: 'page', about: { kind } });
});

test.each([
  ['report', /a page is about a question or a saved model/u],
  ['report help', /"help" is answered in words/u],
  ['report depth=10 act=sigmod', /did you mean "sigmoid"/u],
  ['report models/none.json', /there is no file "models\/none\.json"/u],
])('%s is refused', async (text, sentence) => {
  const reply = await asked(text);
  expect(reply.kind === 'issues' ? reply.issues.map(({ message }) => message).join('\n') : reply.kind).toMatch(sentence);
});
