/** Whether something that the bot needs is there: a socket that is open, a queue that answers. */
export type Check = () => boolean | Promise<boolean>;

/** What the bot needs, by name. */
export type Checks = Readonly<Record<string, Check>>;

/**
 * The names of what is not ready, in the order of the checks, which all are made at once. A check that throws, or that takes longer
 * than the patience (milliseconds), is not ready.
 */
export const unreadyChecks = async (checks: Checks, patienceMs: number): Promise<readonly string[]> => {
  const verdicts = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, isReady: await isReady(check, patienceMs) })),
  );
  return verdicts.filter((verdict) => !verdict.isReady).map(({ name }) => name);
};

const isReady = async (check: Check, patienceMs: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<boolean>((resolve) => {
    // a check that hangs must not keep a process that wants to end
    timer = setTimeout(resolve, patienceMs, false).unref();
  });
  try {
    return (await Promise.race([check(), isOver])) === true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};
