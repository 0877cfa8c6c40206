import type { ReproductionRow } from '@vanish/core';
import type { MeasuredQuestion, SweepReport } from '@vanish/core/study';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnswerStore, noStore } from './answers/answer-store.ts';
import { memoryStore } from './answers/memory-store.ts';
import { idleLaboratory } from './fixtures/idle-laboratory.ts';
import { recordedReport } from './fixtures/recorded-report.ts';
import { ask, commands } from './front-desk.ts';
import { type Laboratory, WorkEnded } from './laboratory/laboratory.ts';
import type { Reply } from './reply.ts';

interface Setting {
  readonly isFresh?: boolean;
  readonly answers?: AnswerStore;
}

const asked = (
  text: string,
  laboratory: Partial<Laboratory> = {},
  { isFresh = false, answers = noStore }: Setting = {},
): Promise<Reply> => {
  const { signal } = new AbortController();
  const request = { text, signal, isFresh, folder: '.', budgetMs: null, onPartial: null, onProgress: () => {} };
  return ask(request, { laboratory: idleLaboratory(laboratory), answers });
};

const sentences = async (text: string): Promise<readonly string[]> => {
  const reply = await asked(text);
  return reply.kind === 'issues' ? reply.issues.map(({ message }) => message) : [reply.kind];
};

test('a network is measured as it was described', async () => {
  const questions: MeasuredQuestion[] = [];
  const reply = await asked('/vanish depth=12 act=tanh', {
    answer: async (question) => {
      questions.push(question);
      return recordedReport();
    },
  });
  expect(reply).toMatchObject({ kind: 'answer', keptSince: null, answer: { kind: 'network' } });
  expect(questions).toMatchObject([{ kind: 'network', experiment: { depth: 12, activation: { name: 'tanh' } } }]);
});

test.each([
  ['act=relu,tanh', 'comparison'],
  ['depth=2..9', 'sweep'],
  ['gain=1..2 bias=0..1', 'map'],
  ['depth=3 vs depth=4', 'versus'],
  ['fix depth=9', 'fix'],
  ['train=5', 'training'],
])('%s is answered by the laboratory, as a %s', async (text, kind) => {
  const kinds: string[] = [];
  const answer: Laboratory['answer'] = async (question) => {
    kinds.push(question.kind);
    return recordedReport();
  };
  expect((await asked(text, { answer })).kind).toBe('answer');
  expect(kinds).toEqual([kind]);
});

test('the same question is measured once, in whatever words, unless a fresh answer is wanted', async () => {
  let count = 0;
  const answer = async (): Promise<ReturnType<typeof recordedReport>> => {
    count += 1;
    return recordedReport();
  };
  const answers = memoryStore(noStore);
  const first = await asked('depth=3 act=relu', { answer }, { answers });
  const second = await asked('ACT=relu layers=3', { answer }, { answers });
  expect([first, second].map((reply) => reply.kind === 'answer' && reply.keptSince !== null)).toEqual([false, true]);
  expect(count).toBe(1);
  await asked('depth=3 act=relu', { answer }, { answers, isFresh: true });
  await asked('depth=4 act=relu', { answer }, { answers });
  expect(count).toBe(3);
});

test('an answer for which the time did not suffice is not kept', async () => {
  const partial = { kind: 'sweep', unanswered: ['depth=9 act=relu'] } as unknown as SweepReport;
  let count = 0;
  const answer = async (): Promise<SweepReport> => {
    count += 1;
    return partial;
  };
  const answers = memoryStore(noStore);
  await asked('depth=2..9', { answer }, { answers });
  await asked('depth=2..9', { answer }, { answers });
  expect(count).toBe(2);
});

test.each(['help', 'help init', 'list act', 'explain', 'explain edge of chaos', 'example', ''])(
  '"%s" is answered in words',
  async (text) => {
    expect((await asked(text)).kind).toBe('words');
  },
);

test('an example is measured as if its question had been typed', async () => {
  const questions: MeasuredQuestion[] = [];
  const answer: Laboratory['answer'] = async (question) => {
    questions.push(question);
    return recordedReport();
  };
  await asked('/vanish example sigmoid-10 depth=12', { answer });
  await asked('depth=12 act=sigmoid', { answer });
  expect(questions[0]).toEqual(questions[1]);
  expect(await sentences('explain flux')).toEqual([expect.stringMatching(/^nothing explains "flux" - did you mean/u)]);
});

test('what costs too much is refused, and not run', async () => {
  expect(await sentences('depth=2..2000 width=4096')).toEqual([expect.stringContaining('did you mean')]);
});

test('commands of the desk are found under any of their names, and their slips are caught', async () => {
  const examination = [{ name: 'Node', value: '20', isFine: true, advice: null }];
  const reply = await asked('Checkup', { examine: async () => examination });
  expect(reply).toMatchObject({
    kind: 'examination',
    examination: [...examination, { name: 'fonts', isFine: true }, { name: 'answers' }],
  });
  expect(await sentences('docter')).toEqual(['unknown word "docter" - did you mean "doctor"?']);
  expect(await sentences('doctor please')).toEqual(['doctor takes no words, but was given "please"']);
});

test('reproduce takes ids and an engine, in any of the usual spellings', async () => {
  const orders: unknown[] = [];
  const reproduce: Laboratory['reproduce'] = ({ ids, includesTraining, engine }) => {
    orders.push([ids, includesTraining, engine]);
    return (async function* (): AsyncGenerator<ReproductionRow> {})();
  };
  for (const text of ['reproduce', 'reproduce p02 --engine wasm', 'repro P02,P05 engine=tf']) await asked(text, { reproduce });
  for (const text of ['reproduce --all', 'reproduce all', 'repro -a', 'repro --ALL engine=wasm'])
    await asked(text, { reproduce });
  expect(orders).toEqual([
    [[], false, 'auto'],
    [['P02'], false, 'wasm'],
    [['P02', 'P05'], false, 'tensorflow'],
    ...Array.from({ length: 3 }, () => [[], true, 'auto']),
    [[], true, 'wasm'],
  ]);
  expect(await sentences('reproduce P99')).toEqual([expect.stringMatching(/^unknown published result "P99" - .*known: .*P02/u)]);
  expect(await sentences('reproduce --al')).toEqual([
    expect.stringMatching(/^unknown option "--al" of reproduce - did you mean "--all"/u),
  ]);
  expect(await sentences('reproduce al')).toEqual([expect.stringContaining('did you mean "all"')]);
  expect(await sentences('reproduce --all P04 p02')).toEqual([
    '--all takes every published result, but P04, P02 are named, too - did you mean "reproduce P04 P02"?',
  ]);
  expect(await sentences('reproduce engine=wsam')).toEqual([expect.stringContaining('did you mean "wasm"')]);
});

test('reproduce says which results it leaves out', async () => {
  const leftOut = async (text: string): Promise<readonly string[]> => {
    const reply = await asked(text, { reproduce: async function* () {} });
    return reply.kind === 'reproduction' ? reply.leftOut : [reply.kind];
  };
  expect(await leftOut('reproduce')).toEqual(expect.arrayContaining(['P04', 'P11']));
  expect(await leftOut('reproduce --all')).toEqual([]);
  expect(await leftOut('reproduce P02')).toEqual([]);
});

test('an engine that does not run here is a sentence, not an internal error', async () => {
  const answer = async (): Promise<never> => {
    throw Object.assign(new Error('engine "tensorflow" does not run here - run pnpm provision'), { name: 'EngineError' });
  };
  expect(await asked('depth=3', { answer })).toMatchObject({ kind: 'issues', issues: [{ field: 'engine' }] });
});

test('an internal error is one sentence, the question that reproduces it, and a stack for the log', async () => {
  const answer = async (): Promise<never> => {
    throw new TypeError('dense 3 lost its weights\nand more');
  };
  const reply = await asked('depth=3', { answer });
  expect(reply).toMatchObject({ kind: 'failure', sentence: 'dense 3 lost its weights', query: 'depth=3' });
  expect(reply.kind === 'failure' && reply.stack).toContain('front-desk.test.ts');
});

test('work that was ended is no error', async () => {
  const answer = async (): Promise<never> => {
    throw new WorkEnded('the work was ended');
  };
  expect(await asked('depth=3', { answer })).toEqual({ kind: 'cancelled' });
});

test('any text has a reply', async () => {
  const answer = async (): Promise<ReturnType<typeof recordedReport>> => recordedReport();
  const character = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
  const words = fc.constantFrom('doctor', 'reproduce', 'vanish', '--', '=', 'engine', 'depth=3', 'vs', '"');
  const text = fc.array(fc.oneof(words, fc.string({ unit: character, maxLength: 8 }))).map((parts) => parts.join(' '));
  await fc.assert(
    fc.asyncProperty(text, async (anything) => {
      const reply = await asked(anything, { answer, examine: async () => [], reproduce: async function* () {} });
      expect(reply.kind).toMatch(/^(?:words|issues|answer|examination|reproduction)$/u);
    }),
  );
});

test('every command shows an example that it answers itself', () => {
  for (const { name, example, summary } of commands) {
    expect(name).toMatch(/^[a-z]+$/u);
    expect(example).not.toBe('');
    expect(summary).toMatch(/^[a-z][^.]*$/u);
  }
});
