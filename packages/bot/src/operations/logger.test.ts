import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Logger, type LoggerOptions, openLogger } from './logger.ts';
import { isSecretKey, redactText } from './redact-text.ts';

const recorded = (options: Partial<LoggerOptions> = {}): { readonly log: Logger; readonly lines: string[] } => {
  const lines: string[] = [];
  const log = openLogger({ level: 'debug', stream: { write: (line) => lines.push(line) }, ...options });
  return { log, lines };
};

/** The one line that was written, read as JSON. */
const told = (write: (log: Logger) => void, options: Partial<LoggerOptions> = {}): Readonly<Record<string, unknown>> => {
  const { log, lines } = recorded(options);
  write(log);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
};

test('a line is JSON: level, time, fields and the sentence', () => {
  const { log, lines } = recorded();
  log.info({ platform: 'slack', ms: 12.5, rates: [1, Number.NaN] }, 'answered a question');
  expect(lines[0]).toMatch(/\}\n$/u);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
    platform: 'slack',
    ms: 12.5,
    rates: [1, 'NaN'],
    msg: 'answered a question',
  });
});

test('only what is as grave as the level is written', () => {
  const { log, lines } = recorded({ level: 'warn' });
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({}, 'c');
  log.error({}, 'd');
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(['warn', 'error']);
  const silent = recorded({ level: 'silent' });
  silent.log.error({}, 'e');
  expect(silent.lines).toEqual([]);
});

test('a child keeps the fields of its parents, and the nearest one decides', () => {
  expect(told((log) => log.child({ platform: 'slack', job: 1 }).child({ job: 2 }).info({ step: 3 }, 'x'))).toMatchObject({
    platform: 'slack',
    job: 2,
    step: 3,
  });
});

test('a field never takes the place of level, time or sentence', () => {
  const line = told((log) => log.child({ level: 'fake' }).warn({ msg: 'fake', time: 'fake' }, 'a %s sentence'));
  expect(line).toMatchObject({ level: 'warn', msg: 'a %s sentence', level_: 'fake', msg_: 'fake', time_: 'fake' });
});

test('an error tells name, message, stack, its own properties and its causes', () => {
  const cause = Object.assign(new TypeError('fetch failed'), { code: 'ECONNREFUSED' });
  const error = Object.assign(new Error('cannot post', { cause }), { status: 503 });
  expect(told((log) => log.error({ err: error, all: new AggregateError([cause]) }, 'failed'))).toMatchObject({
    err: {
      name: 'Error',
      message: 'cannot post',
      stack: expect.stringContaining('logger.test.ts'),
      status: 503,
      cause: { name: 'TypeError', code: 'ECONNREFUSED' },
    },
    all: { errors: [{ message: 'fetch failed' }] },
  });
});

test('a question is one line of at most 200 characters', () => {
  const line = told((log) => log.info({ question: `depth=3\nact=relu ${'𝛘'.repeat(400)}` }, 'asked\nINFO forged'));
  expect(line['question']).toMatch(/^depth=3 act=relu 𝛘+…$/u);
  expect(Array.from(String(line['question']))).toHaveLength(200);
  expect(line['msg']).toBe('asked INFO forged');
});

test('circles, depths, bytes, getters that throw and revoked proxies are named', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  const deep = JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`);
  const broken = Object.defineProperty({}, 'value', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const line = told((log) => log.info({ circle, deep, broken, proxy, bytes: Buffer.from('abc'), call: () => 1 }, 'x'));
  expect(line).toMatchObject({
    circle: { self: '[circular]' },
    broken: { value: '[unreadable]' },
    proxy: '[unreadable]',
    bytes: '[3 bytes]',
    call: '[function]',
  });
  expect(JSON.stringify(line['deep'])).toContain('[deeper]');
});

test.each([
  'token',
  'botToken',
  'SLACK_APP_TOKEN',
  'response_url',
  'responseUrl',
  'X-Signature-Ed25519',
  'set-cookie',
  'pass_word',
])('the key %s holds a secret', (key) => {
  expect(isSecretKey(key)).toBe(true);
  expect(told((log) => log.info({ deep: [{ [key]: { value: 'hunter2' } }] }, 'x'))).toMatchObject({
    deep: [{ [key]: '[redacted]' }],
  });
});

test.each(['tokenisation', 'platform', 'publicKey', 'outcome', 'keys'])('the key %s holds none', (key) => {
  expect(isSecretKey(key)).toBe(false);
});

test.each([
  'depth=10 act=sigmoid tokenisation=word tokens=64 seed=3',
  'Bot started, Bot reconnected; Basic Information, a token to find there',
  'GET https://discord.com/api/v10/gateway/bot took 12 ms',
  'redis://127.0.0.1:6379/0',
  '/webhooks/123456789012345678',
  'gradient norm 1.2345678901234567e-10',
])('%s is no secret', (text) => {
  expect(redactText(text)).toBe(text);
});

test('what is left of an address tells which call it was', () => {
  expect(redactText('PATCH https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246abc/messages/@original')).toBe(
    'PATCH https://discord.com/api/v10/webhooks/123456789012345678/[redacted]/messages/@original',
  );
});

test('a text of any length is searched in reasonable time, and half a secret is not left at its end', () => {
  for (const piece of ['redis://', 'a', 'a.', 'Bot ', 'token ', 'https://a', '/webhooks/1', 'xoxb-'])
    redactText(piece.repeat(500_000));
  const half = `${'x '.repeat(7_990)}xoxb-${'S3CRET'.repeat(100)}`;
  expect(redactText(half)).not.toContain('S3CRET');
});

/** Secrets of a shape: the text that holds one, and what must not be left of it. */
const letters = fc.stringMatching(/^[A-Za-z0-9]{24,40}$/u);
const id = fc.stringMatching(/^[1-9]\d{17}$/u);
const withSecret = (text: (secret: string, id: string) => string): fc.Arbitrary<{ text: string; secret: string }> =>
  fc.tuple(letters, id).map(([secret, number]) => ({ text: text(secret, number), secret }));
const shaped = fc.oneof(
  ...['a', 'b', 'e', 'p', 'r', 's'].map((kind) => withSecret((secret, number) => `xox${kind}-${number}-${secret}`)),
  withSecret((secret, number) => `xoxe.xoxb-1-${number}${secret}`),
  withSecret((secret, number) => `xapp-1-A0B1C2-${number}-${secret}`),
  withSecret((secret, number) => `https://hooks.slack.com/commands/T1/${number}/${secret}`),
  withSecret((secret, number) => `https://hooks.slack.com/services/T1/B1/${secret}?x=${number}`),
  withSecret((secret) => `MTIzNDU2Nzg5MDEyMzQ1Njc4.Gab-c1.${secret}_ab`),
  withSecret((secret, number) => `http://127.0.0.1:8080/api/v10/webhooks/${number}/${secret}/messages/%40original`),
  withSecret((secret, number) => `/interactions/${number}/${secret}/callback?with_response=true`),
  withSecret((secret, number) => `url=%2Fwebhooks%2F${number}%2F${secret}`),
  withSecret((secret) => `token aW50ZXJhY3Rpb246${secret}`),
  fc.stringMatching(/^[\da-f]{64}$/u).map((secret) => ({ text: `signed v0=${secret}`, secret })),
  fc.stringMatching(/^[\da-f]{128}$/u).map((secret) => ({ text: `signed ${secret}`, secret })),
  withSecret((secret) => `Bot a1.${secret}`),
  withSecret((secret) => `Bearer ${secret}`),
  withSecret((secret) => `{"headers":{"authorization":"Custom x ${secret}"}}`),
  withSecret((secret) => JSON.stringify(JSON.stringify({ body: JSON.stringify({ token: secret }) }))),
  withSecret((secret) => `GET /oauth?client_secret=${secret}&x=1`),
  withSecret((secret) => `redis://:${secret}@redis:6379/0`),
  withSecret((secret) => `rediss://user:p/@${secret}@redis.example.com:6380`),
  withSecret((secret) => `https://user:${secret}@example.com/`),
);

/** Ways to hide a value inside another one. */
type Wrapping = (value: unknown) => unknown;
const words = (value: unknown): string => (typeof value === 'string' ? value : 'none');
const wrappings: readonly Wrapping[] = [
  (value) => ({ detail: value }),
  (value) => [1, value],
  (value) => new Map([['detail', value]]),
  (value) => new Set([value]),
  (value) => new Error('failed', { cause: value }),
  (value) => Object.assign(new Error('failed'), { request: value }),
  (value) => new AggregateError([value], 'failed'),
  (value) => new Error(`cannot reach ${words(value)}`, { cause: value }),
  (value) => new Map([[words(value), 1]]),
  (value) => ({ [`${words(value)} `]: 1, value }),
  (value) => `cannot reach "${words(value)}", trying again`,
  (value) => ({ question: value, command: words(value).padStart(250, 'depth=3 ') }),
  (value) => Object.assign(Object.create({ inherited: true }), { value, toJSON: (): unknown => value }),
];
const hidden = (
  inner: fc.Arbitrary<{ text: string; secret: string }>,
): fc.Arbitrary<{ fields: Record<string, unknown>; text: string; secret: string }> =>
  fc.tuple(inner, fc.array(fc.constantFrom(...wrappings), { maxLength: 5 })).map(([{ text, secret }, ways]) => ({
    fields: { value: ways.reduce<unknown>((value, wrap) => wrap(value), text) },
    text,
    secret,
  }));

const everyLine = (fields: Record<string, unknown>, sentence: string, options: Partial<LoggerOptions>): string => {
  const { log, lines } = recorded(options);
  log.info(fields, sentence);
  log.child(fields).error({ err: new Error(sentence), ...fields }, 'again');
  expect(lines).toHaveLength(2);
  return lines.join('');
};

test.each([false, true])('a secret with a shape survives nowhere, for people: %s', (isPretty) => {
  fc.assert(
    fc.property(hidden(shaped), ({ fields, text, secret }) => {
      expect(everyLine(fields, `failed at ${text}`, { isPretty })).not.toContain(secret);
    }),
    { numRuns: 500 },
  );
});

test('a secret that is known survives nowhere, whatever it looks like', () => {
  const known = fc
    .string({ minLength: 6, maxLength: 40, unit: fc.constantFrom(...'aé+/=:@ %.Z9') })
    .map((secret) => `q${secret}q`);
  fc.assert(
    fc.property(hidden(known.map((secret) => ({ text: `with ${secret} inside`, secret }))), ({ fields, text, secret }) => {
      const lines = everyLine(fields, `at ${text}`, { secrets: [secret] });
      expect(lines).not.toContain(secret);
      expect(redactText(`x?${encodeURIComponent(secret)}`, [secret])).toBe('x?[redacted]');
    }),
    { numRuns: 300 },
  );
});

test('whatever stands under a secret key survives nowhere', () => {
  const key = fc.constantFrom(
    'token',
    'Authorization',
    'response_url',
    'responseUrl',
    'clientSecret',
    'COOKIE',
    'x-slack-signature',
  );
  const holder = fc.constantFrom<(key: string, value: unknown) => unknown>(
    (name, value) => ({ [name]: value }),
    (name, value) => ({ [name]: [{ deeper: value }] }),
    (name, value) => new Map([[name, value]]),
    (name, value) => Object.assign(new Error('failed'), { [name]: value }),
    (name, value) => [name, value],
    (name, value) => ['host', 'here', name, value],
    (name, value) => new Headers([[name, String(value)]]),
    (name, value) => JSON.stringify({ [name]: value }),
  );
  fc.assert(
    fc.property(key, letters, holder, fc.array(fc.constantFrom(...wrappings), { maxLength: 4 }), (name, secret, hold, ways) => {
      const value = ways.reduce<unknown>((inner, wrap) => wrap(inner), hold(name, secret));
      expect(everyLine({ value }, 'x', {})).not.toContain(secret);
    }),
    { numRuns: 500 },
  );
});

test('any text under any key can be written, and a line stays a line', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'binary' }), fc.anything({ withMap: true, withSet: true, withDate: true })),
      fc.string({ unit: 'binary' }),
      (fields, sentence) => {
        for (const isPretty of [false, true]) {
          const { log, lines } = recorded({ isPretty });
          log.warn(fields, sentence);
          expect(lines).toHaveLength(1);
          expect(lines[0]?.split('\n')).toHaveLength(2);
        }
      },
    ),
  );
});

test('for people: one line each, the stack below, and nothing that moves the cursor', () => {
  const { log, lines } = recorded({ isPretty: true });
  log.error({ platform: 'discord', err: new Error('no \u001b[2Jroute') }, 'cannot\tpost');
  const [first, ...below] = (lines[0] ?? '').trimEnd().split('\n');
  expect(first).toMatch(/^\d\d:\d\d:\d\d\.\d{3} ERROR cannot post {2}platform=discord {2}err=\{"name":"Error","message":"no /u);
  expect(below[0]).toBe('    Error: no  [2Jroute');
  expect(below.length).toBeGreaterThan(1);
});
