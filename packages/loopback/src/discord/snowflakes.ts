/** The first millisecond of 2015, from which snowflakes count. */
const epochMs = 1_420_070_400_000;

/** Below this age of the epoch a snowflake has fewer than 17 digits, and discord.js' rate-limit buckets collapse into one. */
const youngestMs = epochMs + 2 ** 35;

/**
 * Ids as Discord makes them: 17 to 19 digits that hold the time of their making and never decrease, whatever the clock does.
 * Libraries read an interaction's age from its id.
 */
export const snowflakesOf = (now: () => number): (() => string) => {
  let last = 0n;
  return () => {
    const made = BigInt(Math.max(Math.floor(now()), youngestMs) - epochMs) << 22n;
    last = made > last ? made : last + 1n;
    return String(last);
  };
};
