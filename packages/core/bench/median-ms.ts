/** How long to look. */
export interface Patience {
  readonly budgetMs: number;
  readonly mostRuns: number;
}

/** Time of a run after warm-up. */
export interface Timing {
  readonly medianMs: number;
  readonly bestMs: number;
  /** The very first run: records, builds, fills caches. */
  readonly firstMs: number;
}

const warmUps = 4;
const leastRuns = 3;

/** Median of the runs after warm-up: three at least, more while the budget lasts. Each run gets its own number, for its seeds. */
export const timeRuns = async (run: (number: number) => Promise<unknown>, { budgetMs, mostRuns }: Patience): Promise<Timing> => {
  const firstMs = await timeOnce(() => run(0));
  for (let number = 1; number < warmUps; number += 1) await run(number);
  const times: number[] = [];
  let spent = 0;
  while (times.length < leastRuns || (spent < budgetMs && times.length < mostRuns)) {
    const ms = await timeOnce(() => run(warmUps + times.length));
    times.push(ms);
    spent += ms;
  }
  return { medianMs: median(times), bestMs: Math.min(...times), firstMs };
};

/** The middle of a list; of an even one, the lower of the two. */
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

const timeOnce = async (run: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};
