import { expect, test } from 'vitest';
import { defaultExperiment } from '../experiment/complete.ts';
import type { Issue } from '../experiment/issue.ts';
import type { Question } from '../experiment/question.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';

const ask = (text: string): Question => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'issues') throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  return parsed.question;
};

const issuesOf = (text: string): readonly Issue[] => {
  const parsed = parseQuery(text);
  return parsed.kind === 'issues' ? parsed.issues : [];
};

const messagesOf = (text: string): readonly string[] => issuesOf(text).map(({ message }) => message);

test('a plain question is complete with the defaults', () => {
  expect(ask('depth=10 act=sigmoid')).toEqual({ kind: 'network', experiment: defaultExperiment });
});

test.each([
  'depth=30 act=relu spectrum=true',
  'act:relu depth:30 spectrum:yes',
  'act = relu, depth = 30; spectrum = on',
  'DEPTH=30 Act=ReLU SPECTRUM',
  '--depth 30 --act relu --spectrum',
  '—depth 30 —act relu —spectrum',
  '-depth 30 -act relu -spectrum true',
  'layers=30 activation="rectifier" jacobian=1',
  '“depth=30” act=‘relu’ «spectrum»',
  '"depth=30 act=relu spectrum=true"',
  '`/vanish depth=30 act=relu spectrum=true`',
  '/vanish depth=30 act=relu spectrum=true',
  '@Vanish: depth=30 act=relu --spectrum',
  'vanish\tdepth==30\n act:=relu   spectrum',
  'ｄｅｐｔｈ＝３０ act=relu spectrum=true',
  'depth=3e1 act=re\u200Blu spectrum=true\u0000',
  'depth=30.0 act=relu; spectrum',
  'depth=30.0, act=relu, spectrum',
])('%s is one way to ask it', (text) => {
  expect(printQuery(ask(text))).toBe('depth=30 act=relu spectrum=true');
});

test.each([
  ['σ_w²=1.5', 'gain', 1.5],
  ['sigma_w2=1.5', 'gain', 1.5],
  ['weight-variance=.5', 'gain', 0.5],
  ['gain=AUTO', 'gain', null],
  ['bias=-0', 'bias', 0],
  ['bias=1e-300', 'bias', 1e-300],
  ['width=1_024', 'width', 1024],
  ['depth=１２', 'depth', 12],
  ['lr=default', 'lr', null],
  ['eta=+0.1', 'lr', 0.1],
  ['clip=off', 'clip', null],
  ['batch-size=32', 'batch', 32],
  ['"batch size"=32', 'batch', 32],
  ['init=xavier', 'init', { name: 'glorot-uniform', parameter: null }],
  ['init=Kaiming', 'init', { name: 'he-normal', parameter: null }],
  ['init=normal(0.01)', 'init', { name: 'normal', parameter: 0.01 }],
  ['init="normal( 0.01 )"', 'init', { name: 'normal', parameter: 0.01 }],
  ['init=normal:0.01', 'init', { name: 'normal', parameter: 0.01 }],
  ['init=normal(0.05)', 'init', { name: 'normal', parameter: null }],
  ['task=pairs(-1)', 'task', { name: 'pairs', parameter: -1 }],
  ['init="he normal"', 'init', { name: 'he-normal', parameter: null }],
  ['net=ResNet', 'net', { name: 'resnet', parameter: null }],
  ['backend=tf', 'engine', { name: 'tensorflow', parameter: null }],
  ['seed=2147483391', 'seed', 2147483391],
])('%s sets %s to %j', (text, field, value) => {
  expect(ask(text)).toEqual({ kind: 'network', experiment: { ...defaultExperiment, [field]: value } });
});

test.each([
  ['act=sigmoid,relu', ['sigmoid', 'relu']],
  ['act = relu , sigmoid', ['relu', 'sigmoid']],
  ['act="relu, logistic"', ['relu', 'sigmoid']],
  ['depth=5,10,5e1', ['5', '10', '50']],
  ['gain=1,1.5,2', ['1', '1.5', '2']],
  ['gain=auto,2', ['auto', '2']],
  ['init=normal(0.1),normal(1)', ['normal(0.1)', 'normal(1)']],
])('%s compares', (text, values) => {
  expect(ask(text)).toMatchObject({ kind: 'comparison', axes: [{ values, written: { kind: 'list' } }] });
});

test.each([
  ['depth=2..64', ['2', '3', '4', '5', '7', '10', '13', '18', '25', '34', '47', '64']],
  ['depth=2 .. 5', ['2', '3', '4', '5']],
  ['depth=2…5:3', ['2', '4', '5']],
  ['gain=0.5..3:6', ['0.5', '1', '1.5', '2', '2.5', '3']],
  ['bias=0..1:3', ['0', '0.5', '1']],
  ['lr=1e-4..1:5', ['0.0001', '0.001', '0.01', '0.1', '1']],
])('%s sweeps', (text, values) => {
  expect(ask(text)).toMatchObject({ kind: 'sweep', axes: [{ values }] });
});

test('two ranges are a map, one range with lists a sweep, lists a comparison, in the order of the keys', () => {
  expect(ask('bias=0..1 gain=0.5..3')).toMatchObject({ kind: 'map', axes: [{ key: 'gain' }, { key: 'bias' }] });
  expect(ask('act=sigmoid,relu init=he,glorot depth=2..64')).toMatchObject({
    kind: 'sweep',
    axes: [{ key: 'depth' }, { key: 'activation' }, { key: 'init' }],
  });
  expect(ask('depth=5,10 act=sigmoid,relu')).toMatchObject({
    kind: 'comparison',
    axes: [{ key: 'depth' }, { key: 'activation' }],
  });
});

test('a map has fewer networks of each kind, on fewer examples, unless it is told how many', () => {
  expect(ask('bias=0..1 gain=0.5..3')).toMatchObject({ experiment: { seeds: 2, batch: 16 } });
  expect(ask('bias=0..1 gain=0.5..3 seeds=16')).toMatchObject({ experiment: { seeds: 16, batch: 16 } });
  expect(ask('gain=0.5..3 act=sigmoid,tanh')).toMatchObject({ experiment: { seeds: 16, batch: 64 } });
});

test('the others keep what only the first of several networks names', () => {
  const question = ask('depth=20 act=sigmoid vs act=relu init=he versus seeds=3');
  const first = { ...defaultExperiment, depth: 20 };
  const second = { ...first, activation: { name: 'relu', parameter: null }, init: { name: 'he-normal', parameter: null } };
  expect(question).toEqual({ kind: 'versus', experiments: [first, second, { ...first, seeds: 3 }] });
});

test.each([
  ['train=300', { kind: 'training', experiment: { train: 300 } }],
  ['fix depth=30', { kind: 'fix', experiment: { depth: 30 } }],
  ['Repair', { kind: 'fix', experiment: defaultExperiment }],
  ['explain  Batchnorm', { kind: 'explain', topic: 'norm=batch' }],
  ['explain batch norm', { kind: 'explain', topic: 'norm=batch' }],
  ['explain', { kind: 'explain', topic: null }],
  ['explain list', { kind: 'explain', topic: null }],
  ['explain Edge of Chaos', { kind: 'explain', topic: 'edge-of-chaos' }],
  ['explain "edge of chaos"', { kind: 'explain', topic: 'edge-of-chaos' }],
  ['explain leaky-relu(0.2)', { kind: 'explain', topic: 'leaky-relu' }],
  ['explain what is a dead relu', { kind: 'explain', topic: 'dying-relu' }],
  ['what is the learning rate?', { kind: 'explain', topic: 'lr' }],
  ['why vanishing', { kind: 'explain', topic: 'vanishing' }],
  ['why does sigmoid vanish?', { kind: 'explain', topic: 'sigmoid' }],
  ['explain gru', { kind: 'explain', topic: 'gru' }],
  ['explain remedy=GRU', { kind: 'explain', topic: 'remedy=gru' }],
  ['explain batch', { kind: 'explain', topic: 'batch' }],
  ['explain opt=adam', { kind: 'explain', topic: 'adam' }],
  ['explain χ₁', { kind: 'explain', topic: 'chi' }],
  ['explain σ_w²', { kind: 'explain', topic: 'gain' }],
  ['explain he', { kind: 'explain', topic: 'he-normal' }],
  ['list remedies', { kind: 'list', topic: 'remedies' }],
  ['list notions', { kind: 'list', topic: 'ideas' }],
  ['list topics', { kind: 'list', topic: 'topics' }],
  ['example', { kind: 'list', topic: 'examples' }],
  ['presets', { kind: 'list', topic: 'examples' }],
  ['', { kind: 'help', topic: null }],
  ['/vanish', { kind: 'help', topic: null }],
  ['--help', { kind: 'help', topic: null }],
  ['?', { kind: 'help', topic: null }],
  ['/vanish "help Initializer"', { kind: 'help', topic: 'init' }],
  ['help initializers', { kind: 'help', topic: 'init' }],
  ['help ReLU', { kind: 'help', topic: 'relu' }],
  ['help cure', { kind: 'help', topic: 'fix' }],
  ['help batch', { kind: 'help', topic: 'batch' }],
  ['help norm=BatchNorm', { kind: 'help', topic: 'norm=batch' }],
  ['help init=he', { kind: 'help', topic: 'he-normal' }],
  ['list', { kind: 'list', topic: null }],
  ['list activations', { kind: 'list', topic: 'act' }],
])('"%s" is understood', (text, question) => {
  expect(ask(text)).toMatchObject(question);
});

test('what was read is frozen', () => {
  const parsed = parseQuery('depth=2..4 act=relu,sigmoid');
  const question = ask('depth=2..4 act=relu,sigmoid');
  expect(Object.isFrozen(parsed)).toBe(true);
  expect(Object.isFrozen(question)).toBe(true);
  expect(question.kind === 'sweep' && Object.isFrozen(question.experiment)).toBe(true);
  expect(question.kind === 'sweep' && question.axes.every(Object.isFrozen)).toBe(true);
  expect(Object.isFrozen(issuesOf('depth=x')[0])).toBe(true);
});

test('all mistakes of a text are reported together', () => {
  expect(messagesOf('dpeth=30 act=sigmod width=0 seeds')).toHaveLength(4);
});

test.each([
  ['act=sigmod', 'unknown activation "sigmod" - did you mean "sigmoid"? known: ', 'act=sigmoid'],
  ['act=adam', 'unknown activation "adam" - did you mean "opt=adam"? known: ', 'opt=adam'],
  ['act=toString', 'unknown activation "toString" - known: ', null],
  ['act=constructor', 'unknown activation "constructor" - known: ', null],
  ['dpeth=30', 'unknown key "dpeth" - did you mean "depth=30"? keys: net, depth, width, ', 'depth=30'],
  ['constructor=1', 'unknown key "constructor" - keys: ', null],
  ['__proto__=1', 'unknown key "__proto__" - keys: ', null],
  ['toString=1', 'unknown key "toString" - keys: ', null],
  ['relu=3', '"relu" is not a key - did you mean "act=relu"?', 'act=relu'],
  ['sigmoid', '"sigmoid" stands alone, without a key - did you mean "act=sigmoid"?', 'act=sigmoid'],
  ['sigmod', '"sigmod" stands alone, without a key - did you mean "act=sigmoid"?', 'act=sigmoid'],
  ['30', '"30" stands alone, without a key - did you mean "depth=30"?', 'depth=30'],
  ['depth 30', '"depth" stands alone, without a key', 'depth=30'],
  ['=30', 'no key stands before "=30"', null],
  ['depth=', 'depth has no value', 'depth=30'],
  ['depth=""', 'depth has no value', 'depth=30'],
  ['depth', 'depth has no value', 'depth=30'],
  ['depth= act=relu', 'depth has no value', 'depth=30'],
  ['depth=10 layers=20', 'depth is given twice, the second time as "20": keep one', null],
  ['depth=5000', 'depth=5000 is above 2000, the most layers that one reply can measure', 'depth=2000'],
  ['depth=0', 'depth=0 is below 1: a network has at least one hidden layer', 'depth=1'],
  ['depth=-0', 'depth=-0 is below 1', 'depth=1'],
  ['seed=-1', 'seed=-1 is below 0: networks are counted from 0', 'seed=0'],
  ['seed=2147483648', 'seed=2147483648 is above 2147483391, ', 'seed=2147483391'],
  ['depth=2.5', 'depth="2.5" is not a whole number', 'depth=3'],
  ['depth=ten', 'depth="ten" is not a whole number - allowed: 1 to 2000', null],
  ['depth=12x', 'depth="12x" is not a whole number', 'depth=12'],
  ['depth=007', 'depth="007" is not a whole number', 'depth=7'],
  ['depth=NaN', 'depth="NaN" is not a whole number', null],
  ['depth=Infinity', 'depth="Infinity" is not a whole number', null],
  ['depth=0x10', 'depth="0x10" is not a whole number', null],
  ['depth=1e999', 'depth=1e999 is above 2000', 'depth=2000'],
  ['gain=-1e999', 'gain=-1e999 is below 0: a variance is never negative', 'gain=0'],
  ['gain=1e-999', 'gain=1e-999 is too small to be told from 0', 'gain=0'],
  ['gain=∞', 'gain="∞" is not a plain decimal number - allowed: 0 to 1000000, auto', null],
  ['gain=1,5', 'gain="1,5" may be one number or two: write gain=1.5, or gain=1.0,5', 'gain=1.5'],
  ['width=1,024', 'width="1,024" groups digits by commas', 'width=1024'],
  ['init=normal(-1)', 'the standard deviation of normal cannot be "-1"', 'init=normal(0)'],
  ['init=normal()', 'the standard deviation of normal cannot be ""', 'init=normal'],
  ['init=normal(1,5)', 'the standard deviation of normal cannot be "1,5"', 'init=normal(1.5)'],
  ['task=spirals(2.5)', 'the number of arms of spirals cannot be "2.5"', 'task=spirals(3)'],
  ['task=spirals(99)', 'the number of arms of spirals cannot be "99"', 'task=spirals(10)'],
  ['act=relu(3)', 'relu takes no number in parentheses', 'act=relu'],
  ['spectrum=maybe', 'spectrum="maybe" is neither yes nor no', 'spectrum=true'],
  ['act=relu,relu', '"relu" is listed twice under act', null],
  ['act=relu,Rectifier', '"Rectifier" is listed twice under act', null],
  ['act=relu,', 'nothing stands beside a comma of act="relu,"', null],
  ['act=relu,,sigmoid', 'nothing stands beside a comma', null],
  ['engine=wasm,cpu', 'engine takes one value, not "wasm,cpu"', 'engine=wasm'],
  ['depth=64..2', 'the range depth="64..2" does not go upwards', 'depth=2..64'],
  ['depth=5..5', 'the range depth="5..5" does not go upwards', 'depth=5'],
  ['depth=2..', 'depth="2.." is not a range', 'depth=2..64'],
  ['depth=..8', 'depth="..8" is not a range', 'depth=1..8'],
  ['depth=..-7', 'depth="..-7" is not a range', 'depth=1'],
  ['gain=..-0', 'gain="..-0" is not a range', 'gain=0'],
  ['depth=5000..', 'depth="5000.." is not a range', 'depth=2000'],
  ['chrono=1,5', 'chrono=1 is below 3', 'net=lstm chrono=3'],
  ['depth=2-64', 'depth="2-64" is not a whole number', 'depth=2..64'],
  ['depth=2..64:1000', 'asks for points that one picture cannot show', 'depth=2..64:64'],
  ['depth=2..64:x', 'asks for points that one picture cannot show', 'depth=2..64:12'],
  ['depth=1,2..4', 'mixes a list and a range', null],
  ['act=relu..sigmoid', '"relu..sigmoid" is a range, and act takes none', 'act=relu'],
  [
    'depth=1..9 width=1..9 batch=1,2',
    'depth, width, batch vary at once, and a map has two axes',
    'depth=1..9 width=1..9 act=sigmoid batch=1',
  ],
  ['depth=1..9 width=1..9 gain=1..2', 'depth, width, gain vary at once', 'depth=1..9 width=1..9 act=sigmoid gain=1'],
  ['depth=1,2,3,4,5,6,7,8,9', '9 networks are above 8, the most that one picture tells apart', 'depth=1..9:9 act=sigmoid'],
  ['act=relu,tanh,sigmoid init=he,glorot,lecun', '9 networks are above 8', 'depth=10 act=relu,tanh,sigmoid init=he-normal'],
  [
    'depth=2..9 act=relu,tanh,sigmoid init=he,glorot,lecun',
    '9 curves are above 8',
    'depth=2..9 act=relu,tanh,sigmoid init=he-normal',
  ],
  ['vs act=relu', 'nothing stands on one side of "vs"', 'act=sigmoid vs act=relu'],
  ['act=relu vs layers=10', 'two sides of "vs" are the same network', null],
  ['depth=1..9 vs act=relu', 'does not go with "vs"', null],
  ['fix depth=2..9', 'fix takes one network', 'fix depth=30 act=sigmoid'],
  ['fix act=relu vs act=elu', 'fix takes one network', 'fix depth=30 act=sigmoid'],
  ['depth=30 fix', '"fix" goes first', 'fix depth=30 act=sigmoid'],
  ['explain sigmod', 'nothing explains "sigmod"', 'explain sigmoid'],
  ['explain batch nrom', 'nothing explains "batch nrom"', 'explain norm=batch'],
  ['explain norm=bacth', 'nothing explains "norm=bacth"', 'explain norm=batch'],
  ['explain flux capacitors', 'nothing explains "flux capacitors"', 'list topics'],
  ['help vanishing', 'no help on "vanishing"', 'explain vanishing'],
  ['example glort-2010', 'there is no example "glort-2010"', 'example glorot-2010'],
  ['example depth=5', 'there is no example "depth=5"', 'example'],
  ['example sigmoid-10 depth=ten', 'depth="ten" is not a whole number', null],
  ['help inti', 'no help on "inti"', 'help init'],
  ['how deep can a sigmoid network be?', 'not as a sentence', 'depth=10 act=sigmoid'],
  ['i have a network with 30 layers and tanh', 'not as a sentence', 'depth=30 act=tanh'],
  ['can you fix my relu net with adam', 'not as a sentence', 'fix depth=10 act=relu opt=adam'],
  ['the vanishing gradient', 'not as a sentence', 'explain vanishing-gradient-problem'],
  ['please make my thing better now', 'not as a sentence', 'depth=10 act=sigmoid'],
  ['hello there', '"hello" and "there" stand alone', null],
  ['list depth', 'no list on "depth"', 'list'],
  ['depth=30 act="relu', 'a quote is opened and never closed', null],
])('%s: %s', (text, start, nearest) => {
  expect(messagesOf(text)[0]).toContain(start);
  expect(issuesOf(text)[0]?.nearest).toBe(nearest);
});

test('what somebody wrote is cut, and cannot break out of its quotes', () => {
  const [issue] = issuesOf(`act=${'x'.repeat(500)}`);
  expect(issue?.given.length).toBeLessThanOrEqual(40);
  expect(messagesOf(`'say "hi"'=1`)[0]).toContain(`"say 'hi'"`);
});

test('a text above 4000 characters is refused as a whole, not cut', () => {
  expect(parseQuery(`depth=10${' '.repeat(3992)}`).kind).toBe('question');
  expect(messagesOf(`depth=10${' '.repeat(3993)}`)).toEqual([
    'the question has 4001 characters, above 4000, the most that are read',
  ]);
  expect(messagesOf('ﷺ'.repeat(300))).toEqual(['the question has 5400 characters, above 4000, the most that are read']);
});

test('of very many mistakes the first are told and the others counted', () => {
  const messages = messagesOf('qqq=1 '.repeat(100));
  expect(messages).toHaveLength(12);
  expect(messages.at(-1)).toBe('and 89 more mistakes like these');
});

test.each([
  ['clip-by=value', 'clip-by means nothing without clip - did you mean "clip=1 clip-by=value"?'],
  ['clip-mode=norm clip=none', 'clip-by means nothing without clip - did you mean "clip=1 clip-by=norm"?'],
  ['kernel=5', 'kernel means nothing to net=mlp - did you mean "net=cnn kernel=5"?'],
  ['net=resnet padding=circular', 'padding means nothing to net=resnet - did you mean "net=cnn padding=circular"?'],
  ['net=cnn skip=none', 'skip means nothing to net=cnn - did you mean "net=rescnn skip=none"?'],
])('%s asks an architecture for what it does not have', (text, message) => {
  const parsed = parseQuery(text);
  expect(parsed.kind === 'issues' ? parsed.issues.map((issue) => issue.message) : []).toEqual([expect.stringContaining(message)]);
});

test('what a convolutional network takes reads back, and is left out where it is as by default', () => {
  const text = 'net=rescnn depth=4 act=relu skip=scaled kernel=5 padding=circular dims=2 size=6 pool=2';
  expect(printQuery(ask(text))).toBe(text);
  expect(printQuery(ask('net=cnn depth=4 act=relu kernel=3 dims=1 pool=0'))).toBe('net=cnn depth=4 act=relu');
});

test.each([
  ['net=cnn steps=5', 'steps=5 counts time steps, and net=cnn has layers - did you mean "net=cnn depth=5"?'],
  ['time_steps=5', 'time_steps=5 counts time steps, and net=mlp has layers - did you mean "net=mlp depth=5"?'],
  ['net=lstm layers=3', 'layers=3 counts layers, and the depth of net=lstm is its time steps - did you mean "net=lstm depth=3"?'],
])('%s: %s', (text, message) => {
  const parsed = parseQuery(text);
  expect(parsed.kind === 'issues' && parsed.issues.map((issue) => issue.message)).toEqual([message]);
});

test.each(['net=lstm steps=5', 'net=lstm,mlp steps=5', 'net=cnn layers=5', 'net=gru depth=5', 'net=gru L=5', 'layers=5'])(
  '%s speaks of rows that are there',
  (text) => {
    expect(parseQuery(text).kind).toBe('question');
  },
);
