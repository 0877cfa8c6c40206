import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { isMeasured, type MeasuredQuestion, parseQuery } from '@vanish/core/query';
import { queueWorkers } from '../src/fixtures/queue-workers.ts';
import { hasRedis, startRedis } from '../src/fixtures/redis-server.ts';
import { waitFor } from '../src/fixtures/waited.ts';
import { countCapacity } from '../src/laboratory/queue/capacity.ts';
import { openQueueStudio } from '../src/laboratory/queue/open-queue-studio.ts';
import { openRedisLink } from '../src/laboratory/queue/redis-link.ts';
import { usualTempo } from '../src/laboratory/queue/tempo.ts';

const usage = `pnpm bench:queue [--question <text>] [--rounds <count>] [--json]
  --question  a map or a sweep; a map of 32 × 32 tanh networks of 50 layers when left out
  --rounds    how often each is timed; 3 when left out. The quickest counts
  --json      one JSON object on standard output`;

const usual = 'depth=50 act=tanh init=normal gain=0.5..3:32 bias=0..1:32';

/** The same question with one and with two worker processes, each of one thread on a core of its own: seconds, and points per second. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      question: { type: 'string', default: usual },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  if (!hasRedis) throw new Error('there is no redis-server on this computer');
  const question = read(values.question);
  const server = await startRedis();
  const rows: Row[] = [];
  for (const workers of [1, 2]) rows.push(await time(question, workers, Number(values.rounds), server.url));
  await server.kill();
  const machine = { node: process.versions.node, cores: availableParallelism(), load: loadavg()[0] ?? 0 };
  if (values.json) console.log(JSON.stringify({ version: 1, ...machine, question: values.question, rows }));
  else print(rows, machine);
};

/** How long a question took with so many workers. */
interface Row {
  readonly workers: number;
  readonly seconds: number;
  readonly pointsPerSecond: number;
}

const read = (text: string): MeasuredQuestion => {
  const parsed = parseQuery(text);
  if (parsed.kind !== 'question' || !isMeasured(parsed.question)) throw new Error(`no question that is measured: ${text}`);
  return parsed.question;
};

const time = async (question: MeasuredQuestion, count: number, rounds: number, url: string): Promise<Row> => {
  const link = openRedisLink(url, usualTempo, () => {});
  await link.redis.flushall();
  const workers = queueWorkers(url);
  await Promise.all(Array.from({ length: count }, (_, core) => workers.start(1, core)));
  await waitFor(async () => (await countCapacity(link.redis)) === count);
  const studio = openQueueStudio({ link, mostWaitMs: 600_000, onProblem: () => {} });
  const watcher = { signal: new AbortController().signal, onProgress: () => {}, budgetMs: null };
  let [points, best] = [0, Number.POSITIVE_INFINITY];
  for (let round = 0; round <= rounds; round += 1) {
    // what was measured is kept for a while, and would be found again
    const stale = await link.redis.keys('vanish:parcel:errand-*');
    if (stale.length > 0) await link.redis.unlink(...stale);
    const started = performance.now();
    const { answer } = await studio.answer(question, 'light', watcher);
    const seconds = (performance.now() - started) / 1000;
    points = pointsOf(answer);
    // the first one loads engines and fonts
    if (round > 0) best = Math.min(best, seconds);
  }
  await studio.close();
  await workers.killAll();
  link.close();
  return { workers: count, seconds: best, pointsPerSecond: points / best };
};

const pointsOf = (answer: object): number => {
  if ('rows' in answer) return (answer.rows as readonly unknown[][]).flat().length;
  if ('curves' in answer)
    return (answer.curves as readonly { readonly points: readonly unknown[] }[]).flatMap(({ points }) => points).length;
  return 1;
};

const print = (
  rows: readonly Row[],
  { node, cores, load }: { readonly node: string; readonly cores: number; readonly load: number },
): void => {
  console.log(`Node ${node}, ${cores} cores, load ${load.toFixed(1)}`);
  for (const { workers, seconds, pointsPerSecond } of rows) {
    console.log(
      `${workers} ${workers === 1 ? 'worker ' : 'workers'}  ${seconds.toFixed(2)} s  ${pointsPerSecond.toFixed(0)} points/s`,
    );
  }
  const [one, two] = rows;
  if (one !== undefined && two !== undefined) console.log(`${(one.seconds / two.seconds).toFixed(2)} × as fast`);
};

await main();
