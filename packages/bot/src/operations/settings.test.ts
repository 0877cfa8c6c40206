import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openReader } from './settings/reader.ts';
import { readSettings, readWorkerStatus, type SettingsReading } from './settings.ts';

const noFiles = (path: string): string => {
  throw Object.assign(new Error(`ENOENT: no such file ${path}`), { code: 'ENOENT' });
};
const read = (variables: Record<string, string>, files: (path: string) => string = noFiles): SettingsReading =>
  readSettings(variables, files);
const messages = (variables: Record<string, string>, files?: (path: string) => string): readonly string[] =>
  read(variables, files).issues.map(({ message }) => message);

const key = 'AB'.repeat(32);
const discord = { DISCORD_TOKEN: 'MTIz.Gab-c1.s3cr3t_part', DISCORD_APPLICATION_ID: '123456789012345678' };
const slack = { SLACK_BOT_TOKEN: 'xoxb-12-34-s3cr3t', SLACK_APP_TOKEN: 'xapp-1-A0-1-s3cr3t' };
const signed = {
  SLACK_TRANSPORT: 'http',
  SLACK_BOT_TOKEN: slack.SLACK_BOT_TOKEN,
  SLACK_SIGNING_SECRET: '0123456789abcdef'.repeat(2),
};

test('who sets nothing is told what to set', () => {
  expect(messages({})).toEqual([
    'neither Discord nor Slack is configured: set DISCORD_TOKEN and DISCORD_APPLICATION_ID, or SLACK_BOT_TOKEN and SLACK_APP_TOKEN; .env.example says where to find them',
  ]);
});

test('two values are enough for Discord; all others have their usual ones', () => {
  expect(read(discord)).toEqual({
    issues: [],
    secrets: [discord.DISCORD_TOKEN],
    settings: {
      discord: {
        token: discord.DISCORD_TOKEN,
        applicationId: '123456789012345678',
        guildId: null,
        apiUrl: 'https://discord.com/api',
        transport: 'gateway',
        publicKey: null,
      },
      slack: null,
      receiver: { host: '127.0.0.1', port: 3000 },
      status: { host: '127.0.0.1', port: 9464 },
      logLevel: 'info',
      redisUrl: null,
      limits: { questionsPerMinute: 6, queue: 50, budgetMs: 60_000 },
      contact: null,
      isPaused: false,
    },
  });
});

test('Discord over HTTP, in one server', () => {
  const variables = { ...discord, DISCORD_TRANSPORT: 'HTTP', DISCORD_PUBLIC_KEY: key, DISCORD_GUILD_ID: '12345678901234567890' };
  expect(read(variables).settings.discord).toMatchObject({
    transport: 'http',
    publicKey: key.toLowerCase(),
    guildId: '12345678901234567890',
  });
});

test('Slack over its socket and over HTTP', () => {
  expect(read(slack)).toMatchObject({
    issues: [],
    settings: {
      discord: null,
      slack: { transport: 'socket', botToken: slack.SLACK_BOT_TOKEN, appToken: slack.SLACK_APP_TOKEN, signingSecret: null },
    },
  });
  expect(read(signed)).toMatchObject({
    issues: [],
    settings: { slack: { transport: 'http', appToken: null, signingSecret: signed.SLACK_SIGNING_SECRET } },
  });
});

test('everything else can be set', () => {
  expect(
    read({
      ...discord,
      VANISH_HOST: '::',
      VANISH_PORT: '0',
      VANISH_STATUS_PORT: 'off',
      VANISH_LOG_LEVEL: 'Debug',
      VANISH_REDIS_URL: 'rediss://:p%40ss@redis:6380/1',
      VANISH_QUESTIONS_PER_MINUTE: '600',
      VANISH_QUEUE: ' 1 ',
      VANISH_BUDGET: '20',
      VANISH_PAUSED: '1',
    }),
  ).toMatchObject({
    issues: [],
    secrets: [discord.DISCORD_TOKEN, 'p%40ss', 'p@ss'],
    settings: {
      receiver: { host: '::', port: 0 },
      status: null,
      logLevel: 'debug',
      redisUrl: 'rediss://:p%40ss@redis:6380/1',
      limits: { questionsPerMinute: 600, queue: 1, budgetMs: 20_000 },
      isPaused: true,
    },
  });
});

test.each([
  [
    { DISCORD_TOKEN: discord.DISCORD_TOKEN },
    [
      'DISCORD_APPLICATION_ID is missing: commands are registered under it; Discord developer portal, your application, General Information, Application ID',
    ],
  ],
  [
    { DISCORD_GUILD_ID: '123456789012345678' },
    [
      expect.stringContaining('DISCORD_TOKEN is missing: the bot signs in with it; '),
      expect.stringContaining('DISCORD_APPLICATION_ID is missing'),
    ],
  ],
  [
    { ...discord, DISCORD_TRANSPORT: 'http' },
    [
      'DISCORD_PUBLIC_KEY is missing: DISCORD_TRANSPORT=http checks signatures with it; Discord developer portal, your application, General Information, Public Key',
    ],
  ],
  [
    { SLACK_BOT_TOKEN: slack.SLACK_BOT_TOKEN },
    [
      'SLACK_APP_TOKEN is missing: Socket Mode needs it; Slack app page, Basic Information, App-Level Tokens, scope connections:write',
    ],
  ],
  [
    { SLACK_TRANSPORT: 'http', SLACK_APP_TOKEN: slack.SLACK_APP_TOKEN },
    [
      expect.stringContaining('SLACK_BOT_TOKEN is missing: the bot answers with it; '),
      expect.stringContaining('SLACK_SIGNING_SECRET is missing: SLACK_TRANSPORT=http checks signatures with it; '),
    ],
  ],
])('half a configuration names what is missing and where to find it: %j', (variables: Record<string, string>, expected) => {
  expect(messages(variables)).toEqual(expected);
  expect(read(variables).settings).toMatchObject({ discord: null, slack: null });
});

test('a transport alone configures nothing', () => {
  expect(messages({ ...discord, SLACK_TRANSPORT: 'http', SLACK_API_URL: 'https://slack.com/api' })).toEqual([]);
});

test.each([
  [
    'SLACK_BOT_TOKEN',
    'xapp-1-A0-1-s3cr3t',
    'SLACK_BOT_TOKEN is no bot token, which begins with xoxb-, but "xapp-…" of 18 characters; Slack app page, OAuth & Permissions, Bot User OAuth Token',
  ],
  [
    'SLACK_APP_TOKEN',
    'xoxb-1-s3cr3t',
    expect.stringContaining('SLACK_APP_TOKEN is no app-level token, which begins with xapp-, but "xoxb-…" of 13 characters; '),
  ],
  ['SLACK_SIGNING_SECRET', 'xoxb-1-s3cr3t-s3cr3t', expect.stringContaining('SLACK_SIGNING_SECRET is no signing secret, ')],
  [
    'DISCORD_TOKEN',
    'Bot MTIz.Gab-c1.s3cr3t_part',
    expect.stringContaining('DISCORD_TOKEN is no bot token, three parts joined by dots, but "Bot …" of 27 characters; '),
  ],
  [
    'DISCORD_APPLICATION_ID',
    '1234567890123456',
    expect.stringContaining('DISCORD_APPLICATION_ID is no id of 17 to 20 digits, but a value of 16 characters; '),
  ],
  ['DISCORD_GUILD_ID', '123456789012345678901', expect.stringContaining('DISCORD_GUILD_ID is no id')],
  [
    'DISCORD_PUBLIC_KEY',
    key.slice(1),
    expect.stringContaining('DISCORD_PUBLIC_KEY is no key of 64 hexadecimal digits, but a value of 63 characters; '),
  ],
  ['DISCORD_TRANSPORT', 'gatway', 'unknown DISCORD_TRANSPORT "gatway" - did you mean "gateway"? known: gateway, http'],
  ['VANISH_LOG_LEVEL', 'loud', 'unknown VANISH_LOG_LEVEL "loud" - known: debug, info, warn, error, silent'],
  ['VANISH_PORT', '65536', 'VANISH_PORT is no port from 0 to 65535 but "65536" - did you mean "VANISH_PORT=3000"?'],
  [
    'VANISH_STATUS_PORT',
    'none',
    'VANISH_STATUS_PORT is no port (or "off") from 0 to 65535 but "none" - did you mean "VANISH_STATUS_PORT=9464"?',
  ],
  ['VANISH_QUEUE', '0', 'VANISH_QUEUE is no number from 1 to 10000 but "0" - did you mean "VANISH_QUEUE=50"?'],
  [
    'VANISH_QUESTIONS_PER_MINUTE',
    '1.5',
    expect.stringContaining('VANISH_QUESTIONS_PER_MINUTE is no number from 1 to 600 but "1.5"'),
  ],
  ['VANISH_BUDGET', '-1', expect.stringContaining('VANISH_BUDGET is no number of seconds from 1 to 600 but "-1"')],
  ['VANISH_PAUSED', 'maybe', 'VANISH_PAUSED is neither 1 nor 0 but "maybe" - did you mean "VANISH_PAUSED=1"?'],
  ['VANISH_HOST', 'http://here', expect.stringContaining('VANISH_HOST is no address or name of this computer but "http://here"')],
  [
    'VANISH_REDIS_URL',
    'http://:s3cr3t@redis',
    'VANISH_REDIS_URL is no address that begins with redis:// or rediss:// and names a host, but "http://…" of 20 characters - did you mean "VANISH_REDIS_URL=redis://127.0.0.1:6379"?',
  ],
  [
    'SLACK_API_URL',
    'http://slack.example/api',
    'SLACK_API_URL does not begin with https://: only 127.0.0.1 and localhost may go without - did you mean "SLACK_API_URL=https://slack.com/api/"?',
  ],
  ['DISCORD_API_URL', 'discord.com/api', expect.stringContaining('DISCORD_API_URL is no address but a value of 15 characters')],
  [
    'DISCORD_API_URL',
    'https://me:s3cr3t@discord.com/api',
    expect.stringContaining('DISCORD_API_URL holds a user name or a password'),
  ],
  ['DISCORD_API_URL', 'https://discord.com/api?', expect.stringContaining('DISCORD_API_URL holds a "?" or a "#"')],
  ['DISCORD_API_URL', 'ftp://localhost/api', expect.stringContaining('DISCORD_API_URL does not begin with https://')],
])('%s=%s is a mistake', (name, value, expected) => {
  const { issues } = read({ ...discord, ...slack, [name]: value });
  expect(issues.map(({ message }) => message)).toEqual([expected]);
  expect(issues[0]?.field).toBe(name);
});

test.each([
  ['http://127.0.0.1:8080/api', 'http://127.0.0.1:8080/api'],
  ['http://localhost/api///', 'http://localhost/api'],
  ['https://discord.example', 'https://discord.example'],
])('trailing slashes of %s are put right', (given, bare) => {
  const { settings, issues } = read({ ...discord, ...slack, DISCORD_API_URL: given, SLACK_API_URL: given });
  expect(issues).toEqual([]);
  expect(settings).toMatchObject({ discord: { apiUrl: bare }, slack: { apiUrl: `${bare}/` } });
});

test('http://localhost.example is not this computer', () => {
  for (const address of ['http://localhost.example/api', 'http://127.0.0.1.example/api', 'http://127.0.0.1@example/api'])
    expect(messages({ ...slack, SLACK_API_URL: address })).toHaveLength(1);
});

test('all mistakes are told together', () => {
  expect(
    messages({ DISCORD_TOKEN: 'x', SLACK_APP_TOKEN: 'y', VANISH_PORT: 'z', VANISH_PAUSED: '?' }).map(
      (message) => message.split(' ')[0],
    ),
  ).toEqual(['DISCORD_TOKEN', 'DISCORD_APPLICATION_ID', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN', 'VANISH_PORT', 'VANISH_PAUSED']);
});

test('one port for two servers is a mistake only where there are two', () => {
  const shared = { VANISH_PORT: '8000', VANISH_STATUS_PORT: '8000' };
  expect(messages({ ...slack, ...shared })).toEqual([]);
  expect(messages({ ...signed, ...shared, VANISH_PORT: '0', VANISH_STATUS_PORT: '0' })).toEqual([]);
  expect(messages({ ...signed, ...shared })).toEqual([
    'VANISH_PORT and VANISH_STATUS_PORT are both 8000: each server needs a port of its own',
  ]);
});

test('a server that is wrong does not become every server', () => {
  expect(read({ ...discord, DISCORD_GUILD_ID: 'mine' }).settings.discord).toBeNull();
});

const secretNames = ['DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'VANISH_REDIS_URL'] as const;
const complete: Record<string, string> = {
  ...discord,
  ...slack,
  SLACK_SIGNING_SECRET: signed.SLACK_SIGNING_SECRET,
  VANISH_REDIS_URL: 'redis://:s3cr3t@redis',
};
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(complete).filter(([other]) => other !== name));

test.each(secretNames)('%s may come from a file', (name) => {
  const path = `/run/secrets/${name.toLowerCase()}`;
  const mounted = read({ ...without(name), [name]: '', [`${name}_FILE`]: path }, (asked) =>
    asked === path ? `\uFEFF${complete[name]}\r\n` : noFiles(asked),
  );
  expect(mounted.issues).toEqual([]);
  expect(mounted.settings).toEqual(read(complete).settings);
  expect(mounted.secrets).toEqual(read(complete).secrets);
});

test.each(secretNames)('%s: a file that is missing, empty, wrong or one too many is named, and what it holds is not', (name) => {
  const file = { [`${name}_FILE`]: '/run/secrets/it' };
  const quoting = (): string => {
    throw new Error('cannot parse "s3cr3t"');
  };
  expect(messages({ ...without(name), ...file })).toEqual([
    `${name}_FILE names the file "/run/secrets/it", which cannot be read (ENOENT)`,
  ]);
  expect(messages({ ...without(name), ...file }, quoting)).toEqual([
    `${name}_FILE names the file "/run/secrets/it", which cannot be read`,
  ]);
  expect(messages({ ...without(name), ...file }, () => ' \n')).toEqual([
    `${name}_FILE names the file "/run/secrets/it", which is empty`,
  ]);
  expect(messages({ ...complete, ...file }, () => complete[name] ?? '')).toEqual([
    `${name} and ${name}_FILE are both set: one of them is to go`,
  ]);
  expect(read({ ...complete, ...file }).secrets).toContain(complete[name]);
  const wrong = read({ ...without(name), ...file }, () => 'two s3cr3t words');
  expect(wrong.issues).toHaveLength(1);
  expect(JSON.stringify(wrong.issues)).not.toContain('s3cr3t');
  expect(wrong.secrets).toContain('two s3cr3t words');
});

test('quotes and blanks that an environment file leaves around a value are none of it', () => {
  expect(read({ ...discord, DISCORD_TOKEN: ` "${discord.DISCORD_TOKEN}" `, SLACK_BOT_TOKEN: "''" })).toEqual(read(discord));
});

/** Every name that is read, found by watching the reading. */
const knownNames = (): ReadonlySet<string> => {
  const names = new Set<string>();
  const watched = new Proxy<Record<string, string>>({}, { get: (_, name) => void names.add(String(name)) });
  readSettings(watched, noFiles);
  readWorkerStatus(openReader(watched, noFiles));
  return names;
};

test('no secret is told, whatever variable it was pasted into', () => {
  const secret = fc.oneof(
    fc.stringMatching(/^[\da-f]{32}$/u),
    fc.stringMatching(/^[\w]{24,30}$/u).map((word) => `xoxb-1-${word}`),
    fc.stringMatching(/^[\w]{24,30}$/u).map((word) => `xapp-1-${word}`),
    fc.stringMatching(/^[\w-]{27,38}$/u).map((word) => `MTIzNDU2Nzg5MDEyMzQ1Njc4.Gab-c1.${word}`),
    fc.stringMatching(/^[\w]{8,12}$/u).map((word) => `xoxb-1-${word}`),
    fc.stringMatching(/^[\w]{24}$/u).map((word) => `https://hooks.slack.com/services/T1/B1/${word}`),
    fc.stringMatching(/^[\w:/-]{12,30}$/u).map((word) => `redis://:p${word}@redis`),
    fc.stringMatching(/^[\w]{12,30}$/u).map((word) => `//:p${word}@redis/0`),
    fc.stringMatching(/^[\w]{12,30}$/u).map((word) => `https://user:p${word}@example.com`),
  );
  const names = [...knownNames()];
  fc.assert(
    fc.property(fc.constantFrom(...names), secret, fc.boolean(), (name, value, isQuoted) => {
      const { issues } = read({ ...complete, [name]: isQuoted ? `"${value}` : value });
      const told = JSON.stringify(issues);
      const password = /\/\/[^:]*:(.*)@/u.exec(value)?.[1];
      expect(told).not.toContain(password ?? value.split('/').at(-1));
    }),
    { numRuns: 3000 },
  );
});

const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
const exampleLines = example.split('\n').filter((line) => line !== '');

test('.env.example and the reading know the same variables', () => {
  const documented = exampleLines.flatMap((line) => /^([A-Z_]+)=/u.exec(line)?.[1] ?? []);
  expect(new Set(documented).size).toBe(documented.length);
  expect([...documented].sort()).toEqual([...knownNames()].sort());
});

test('.env.example has one line of comment for each variable, and tells the usual values', () => {
  const [, ...lines] = exampleLines;
  lines.forEach((line, index) => {
    expect(line).toMatch(index % 2 === 0 ? /^# .{20,150}\.$/u : /^[A-Z_]+=\S*$/u);
  });
  const variables = Object.fromEntries(
    lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/=(.*)/su) as [string, string]),
  );
  expect(read(variables)).toEqual(read({}));
  expect(read({ ...variables, ...discord })).toEqual(read(discord));
});
