import { type InteractionHandle, type LoopbackDiscord, openLoopbackDiscord } from '@vanish/loopback/discord';
import { type BotProcess as Bot, startBot } from './bot-process.ts';

/** Questions at once. */
const crowd = 50;

/** How long an answer may take here. **Unit** milliseconds. */
const patienceMs = 300_000;

/** What is measured: one line each. */
interface Line {
  readonly what: string;
  readonly value: string;
}

const main = async (): Promise<void> => {
  const discord = await openLoopbackDiscord({ openApi: null, rateLimits: { requests: 100_000, perSecond: 100_000 } });
  const bot = await startBot(discord);
  try {
    await answersOf(discord, ['depth=10 act=sigmoid', 'depth=10 act=tanh', 'depth=10 act=relu'], 'warm');
    // each reading begins a new one
    await bot.metrics();
    const lines = [
      ...(await crowded(discord)),
      { what: 'event-loop delay meanwhile', value: await delay(bot) },
      ...(await throughput(discord)),
      { what: 'event-loop delay meanwhile', value: await delay(bot) },
      ...(await memory(discord, bot)),
    ];
    const width = Math.max(...lines.map(({ what }) => what.length));
    for (const { what, value } of lines) console.log(`${what.padEnd(width)}  ${value}`);
  } finally {
    await bot.close();
    await discord.close();
  }
};

/** Asks all at once, each as somebody else, and waits for all pictures. */
const answersOf = async (
  discord: LoopbackDiscord,
  questions: readonly string[],
  who: string,
): Promise<readonly InteractionHandle[]> => {
  const asked = questions.map((question, index) =>
    discord.slash({ name: 'vanish', options: { question }, user: `${who} ${index}` }),
  );
  await Promise.all(asked.map((run) => run.messageMatching(({ attachments }) => attachments.length > 0, patienceMs)));
  return asked;
};

/** The default question, to networks that were never drawn before. */
const fresh = (count: number, from: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `depth=10 act=sigmoid seed=${16 * (from + index)}`);

const crowded = async (discord: LoopbackDiscord): Promise<readonly Line[]> => {
  const asked = await answersOf(discord, fresh(crowd, 1000), 'crowd');
  const times = await Promise.all(asked.map(async (run) => (await run.acknowledged()).atMs));
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [{ what: `acknowledgement, ${crowd} questions at once`, value: `median ${at(0.5)} ms, p99 ${at(0.99)} ms` }];
};

const throughput = async (discord: LoopbackDiscord): Promise<readonly Line[]> => {
  const count = 60;
  const time = async (questions: readonly string[]): Promise<number> => {
    const began = performance.now();
    await answersOf(discord, questions, 'many');
    return (60_000 * questions.length) / (performance.now() - began);
  };
  const cold = await time(fresh(count, 2000));
  const cached = await time(Array.from({ length: 300 }, () => 'depth=10 act=sigmoid'));
  return [
    { what: 'default question, new networks each time', value: `${cold.toFixed(0)} answers a minute` },
    { what: 'default question, kept answer', value: `${cached.toFixed(0)} answers a minute` },
  ];
};

/** Since the reading before, as one reading tells both. */
const delay = async ({ metrics }: Bot): Promise<string> => {
  const read = await metrics();
  const ms = (kind: string): string => (1000 * read(`vanish_event_loop_delay_seconds{kind="${kind}"}`)).toFixed(1);
  return `p99 ${ms('p99')} ms, most ${ms('max')} ms`;
};

const memory = async (discord: LoopbackDiscord, { metrics }: Bot): Promise<readonly Line[]> => {
  const small = (index: number): string => `depth=4 width=16 batch=8 seeds=2 seed=${2 * index}`;
  const resident = async (): Promise<string> =>
    `${((await metrics())('process_resident_memory_bytes') / 2 ** 20).toFixed(0)} MiB`;
  const lines: Line[] = [];
  for (const [from, to] of [
    [0, 100],
    [100, 1000],
  ] as const) {
    // so many at once as a team would ask
    for (let next = from; next < to; next += 20) {
      await answersOf(
        discord,
        Array.from({ length: 20 }, (_, index) => small(next + index)),
        'team',
      );
    }
    lines.push({ what: `memory after ${to} questions more`, value: await resident() });
  }
  return lines;
};

await main();
