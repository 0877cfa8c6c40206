import { plotNames, studyPlotNames, trainingPlotNames } from '@vanish/plots';
import { expect, test } from 'vitest';
import { consoleOptions, type Options, readOptions } from './options.ts';

const keyNames = ['depth', 'act', 'activation', 'engine', 'train', 'spectrum'];
const read = (...argv: readonly string[]): Options => {
  const { options, issues } = readOptions(argv, keyNames, null);
  expect(issues).toEqual([]);
  return options;
};
const mistakes = (...argv: readonly string[]): readonly string[] =>
  readOptions(argv, keyNames, null).issues.map(({ message }) => message);

test('what the console does not know is left to the grammar, options of the grammar too', () => {
  const { question } = read('--depth', '10', 'act=sigmoid', '--engine=wasm', '--json', '--spectrum');
  expect(question).toBe('--depth 10 act=sigmoid --engine=wasm --spectrum');
});

test.each([
  [['--json'], { isJson: true }],
  [['-j', '-q'], { isJson: true, isQuiet: true }],
  [['--out', 'a.png', '--out=b.json', '-o', 'my file.svg'], { files: ['a.png', 'b.json', 'my file.svg'] }],
  [['--THEME', 'Dark'], { theme: 'dark' }],
  [['--plot=Forward'], { plot: 'forward' }],
  [['--no-picture'], { isPictureWanted: false }],
  [['--fresh'], { isFresh: true, budget: 60 }],
  [['--budget', '5'], { isFresh: false, budget: 5 }],
  [['-b', '2.5s'], { budget: 2.5 }],
  [['--help'], { isHelp: true }],
  [['-V'], { isVersion: true }],
])('%j', (argv, expected) => {
  expect(read(...argv)).toMatchObject(expected);
});

test('a value whose quotes the shell has taken gets them back', () => {
  expect(read('act=leaky relu').question).toBe('act="leaky relu"');
  expect(read('depth=10 act=sigmoid').question).toBe('depth=10 act=sigmoid');
  expect(read('act=relu vs act=tanh').question).toBe('act=relu vs act=tanh');
});

test.each([
  [['--jsno'], 'unknown option "--jsno" - did you mean "--json"?'],
  [['--theme', 'drak'], 'unknown theme "drak" in --theme - did you mean "dark"? known: light, dark'],
  [['--theme'], '--theme needs a value: --theme <light|dark>'],
  [['--out'], '--out needs a value: --out <file>'],
  [['--theme', '--json'], '--theme needs a value: --theme <light|dark>'],
  [['--json=yes'], '--json takes no value, but was given "yes" - did you mean "--json"?'],
])('%j is answered with one sentence', (argv, sentence) => {
  expect(mistakes(...argv)).toEqual([sentence]);
});

test('an option that the grammar knows is never mistaken for ours', () => {
  expect(readOptions(['--hep', '1'], ['hep'], null).issues).toEqual([]);
});

test('the environment may set the theme, and is named when it is wrong', () => {
  expect(readOptions([], [], 'dark').options.theme).toBe('dark');
  expect(readOptions(['--theme', 'light'], [], 'pink').issues).toEqual([]);
  expect(readOptions([], [], 'pink').issues[0]?.message).toContain('unknown theme "pink" in VANISH_THEME');
});

test('help names every plot there is', async () => {
  const { summary = '' } = consoleOptions.find(({ name }) => name === 'plot') ?? {};
  const ofStudies = await Promise.all((['comparison', 'sweep', 'map', 'cure'] as const).map(studyPlotNames));
  for (const plot of [...(await plotNames()), ...(await trainingPlotNames()), ...ofStudies.flat()])
    expect(summary).toContain(plot);
});

test.each(['0', '-3', 'soon', '1e9', '99999'])('--budget %s is answered with what may be waited for', (given) => {
  expect(mistakes('depth=3', '--budget', given)).toEqual([
    `--budget takes seconds from 1 to 3600, but was given "${given}" - did you mean "--budget 60"?`,
  ]);
});
