import type { Experiment, ReproductionRow } from '@vanish/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idleLaboratory } from './fixtures/idle-laboratory.ts';
import { recordedReport } from './fixtures/recorded-report.ts';
import { ask, commands } from './front-desk.ts';
import { type Laboratory, WorkEnded } from './laboratory/laboratory.ts';
import type { Reply } from './reply.ts';

const asked = (text: string, laboratory: Partial<Laboratory> = {}): Promise<Reply> =>
  ask({ text, signal: new AbortController().signal, onProgress: () => {} }, { laboratory: idleLaboratory(laboratory) });

const sentences = async (text: string): Promise<readonly string[]> => {
  const reply = await asked(text);
  return reply.kind === 'issues' ? reply.issues.map(({ message }) => message) : [reply.kind];
};

test('a network is measured as it was described', async () => {
  const measured: Experiment[] = [];
  const reply = await asked('/vanish depth=12 act=tanh', {
    measure: async (experiment) => {
      measured.push(experiment);
      return recordedReport();
    },
  });
  expect(reply.kind).toBe('report');
  expect(measured).toMatchObject([{ depth: 12, activation: { name: 'tanh' } }]);
});

test.each(['help', 'help init', 'list act', 'explain', 'explain edge of chaos', 'example', ''])(
  '"%s" is answered in words',
  async (text) => {
    expect((await asked(text)).kind).toBe('words');
  },
);

test('an example is measured as if its question had been typed', async () => {
  const measured: Experiment[] = [];
  const measure = async (experiment: Experiment): Promise<ReturnType<typeof recordedReport>> => {
    measured.push(experiment);
    return recordedReport();
  };
  await asked('/vanish example sigmoid-10 depth=12', { measure });
  await asked('depth=12 act=sigmoid', { measure });
  expect(measured[0]).toEqual(measured[1]);
  expect(await sentences('explain flux')).toEqual([expect.stringMatching(/^nothing explains "flux" - did you mean/u)]);
});

test('what is understood but not built yet says so, and is not run', async () => {
  expect(await sentences('depth=2..64')).toEqual([expect.stringContaining('not built yet')]);
});

test('commands of the desk are found under any of their names, and their slips are caught', async () => {
  const examination = [{ name: 'Node', value: '20', isFine: true, advice: null }];
  const reply = await asked('Checkup', { examine: async () => examination });
  expect(reply).toMatchObject({ kind: 'examination', examination: [...examination, { name: 'fonts', isFine: true }] });
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
  const measure = async (): Promise<never> => {
    throw Object.assign(new Error('engine "tensorflow" does not run here - run pnpm provision'), { name: 'EngineError' });
  };
  expect(await asked('depth=3', { measure })).toMatchObject({ kind: 'issues', issues: [{ field: 'engine' }] });
});

test('an internal error is one sentence, the question that reproduces it, and a stack for the log', async () => {
  const measure = async (): Promise<never> => {
    throw new TypeError('dense 3 lost its weights\nand more');
  };
  const reply = await asked('depth=3', { measure });
  expect(reply).toMatchObject({ kind: 'failure', sentence: 'dense 3 lost its weights', query: 'depth=3' });
  expect(reply.kind === 'failure' && reply.stack).toContain('front-desk.test.ts');
});

test('work that was ended is no error', async () => {
  const measure = async (): Promise<never> => {
    throw new WorkEnded('the work was ended');
  };
  expect(await asked('depth=3', { measure })).toEqual({ kind: 'cancelled' });
});

test('any text has a reply', async () => {
  const measure = async (): Promise<ReturnType<typeof recordedReport>> => recordedReport();
  const character = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
  const words = fc.constantFrom('doctor', 'reproduce', 'vanish', '--', '=', 'engine', 'depth=3', 'vs', '"');
  const text = fc.array(fc.oneof(words, fc.string({ unit: character, maxLength: 8 }))).map((parts) => parts.join(' '));
  await fc.assert(
    fc.asyncProperty(text, async (anything) => {
      const reply = await asked(anything, { measure, examine: async () => [], reproduce: async function* () {} });
      expect(reply.kind).toMatch(/^(?:words|issues|report|examination|reproduction)$/u);
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
