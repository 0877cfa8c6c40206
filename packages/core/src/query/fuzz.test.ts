import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keys } from '../experiment/keys.ts';
import { variantsOf } from '../parts/shelf.ts';
import { checkQuestion } from './check-question.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';
import { verbs } from './verbs.ts';

/** What holds of every text: a question that reads back as itself, or issues that say something and suggest only what works. */
const expectPolite = (text: string): ParsedQuery => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'question') {
    expect(parseQuery(printQuery(parsed.question))).toEqual(parsed);
    return parsed;
  }
  expect(parsed.issues.length).toBeGreaterThan(0);
  for (const { message, given, nearest } of parsed.issues) {
    expect(message.length).toBeGreaterThan(5);
    expect(message.length).toBeLessThan(600);
    expect(given.length).toBeLessThanOrEqual(80);
    expect(`${message}${given}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|undefined|NaN is|\[object/u);
    if (nearest !== null) expect([text, nearest, parseQuery(nearest).kind]).toEqual([text, nearest, 'question']);
  }
  return parsed;
};

const names = keys.flatMap((key) => [
  key.name,
  ...key.aliases,
  ...(key.kind === 'choice' ? variantsOf(key.shelf).flatMap(({ name, aliases }) => [name, ...aliases]) : []),
]);
const pieces = fc.constantFrom(
  ...names,
  ...verbs.map(({ name }) => name),
  ...[
    '=',
    ':',
    ',',
    ' ',
    ' ',
    '..',
    '--',
    '-',
    '—',
    '"',
    "'",
    '“',
    '”',
    '(',
    ')',
    'vs',
    'vanish',
    '/vanish',
    '\n',
    ';',
    '…',
    '==',
  ],
  ...[
    '1',
    '0',
    '-0',
    '2',
    '10',
    '1e999',
    '-1e999',
    '1e-999',
    '0x10',
    'NaN',
    'Infinity',
    '∞',
    '1_000',
    '1,5',
    '０',
    '.5',
    '5.',
    '007',
    '1e3',
    '2..64:20',
    'auto',
  ],
  ...['constructor', '__proto__', 'toString', '\u0000', '\u202E', '\uD800', '💥', 'ﷺ', 'İ', 'ſ'],
);

test('sentences of people who know the field', () => {
  const words = fc.constantFrom(
    ...names,
    ...[
      'my',
      'network',
      'with',
      'layers',
      'deep',
      '30',
      '0',
      '99999',
      '-layer',
      'why',
      'a',
      'fix',
      'help',
      'does',
      'die',
      'hidden',
      ',',
    ],
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 14 }), (all) => void expectPolite(all.join(' '))),
    { numRuns: 3000 },
  );
});

test('texts made of the words of the grammar', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('', ' '),
      (words, between) => void expectPolite(words.join(between)),
    ),
    { numRuns: 500 },
  );
});

test('pairs of a key and anything', () => {
  const value = fc.oneof(
    pieces,
    fc.string(),
    fc.double().map(String),
    fc.array(pieces, { minLength: 2, maxLength: 4 }).map((all) => all.join('')),
  );
  const pair = fc
    .tuple(fc.constantFrom(...keys.flatMap(({ name, aliases }) => [name, ...aliases])), value)
    .map(([key, text]) => `${key}=${text}`);
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => void expectPolite(pairs.join(' '))),
    { numRuns: 500 },
  );
});

test('any Unicode, with lone surrogates', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 0x10ffff }), { maxLength: 120 }).map((points) => String.fromCodePoint(...points)),
      (text) => void expectPolite(text),
    ),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void expectPolite(String.fromCharCode(...bytes))),
    { numRuns: 200 },
  );
});

test.each([
  '(',
  ')',
  '"',
  "'",
  '((',
  '=',
  ':',
  ',',
  '.',
  '..',
  '-',
  '—',
  ' ',
  '=,',
  '(,',
  '":',
  'a=',
  ' vs ',
  '\\',
  '/',
  'ﷺ',
  '\u0301',
])('four thousand characters of "%s"', (unit) => {
  expectPolite(unit.repeat(4000 / unit.length));
  expectPolite(`act=${unit.repeat(3900 / unit.length)}`);
  expectPolite(`depth=1..${unit.repeat(3900 / unit.length)}`);
});

test.each(['x', 'depth=10 ', '(', '\uD800', 'ﷺ'])('ten megabytes of "%s" are refused in one sentence', (unit) => {
  const parsed = expectPolite(unit.repeat(Math.ceil(10_000_000 / unit.length)));
  expect(parsed.kind === 'issues' && parsed.issues).toHaveLength(1);
});

test('whatever is refused for its cost or for not being built comes with a question that can be read', () => {
  const numbers = keys.filter((key) => key.kind === 'integer' || key.kind === 'number');
  const extreme = fc
    .constantFrom(...numbers)
    .chain((key) =>
      fc.constantFrom(
        `${key.name}=${key.maximum}`,
        `${key.name}=${key.minimum}..${key.maximum}`,
        `${key.name}=${key.minimum}`,
        'spectrum=true',
        'init=orthogonal',
        'act=relu',
        'vs',
      ),
    );
  fc.assert(
    fc.property(fc.array(extreme, { maxLength: 5 }), (pairs) => {
      const parsed = parseQuery([...new Set(pairs)].join(' '));
      const issues = parsed.kind === 'question' ? checkQuestion(parsed.question) : [];
      for (const { nearest } of issues) expect(nearest === null ? 'question' : parseQuery(nearest).kind).toBe('question');
    }),
  );
});
