/** An object of a JSON text. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a key; null where there is none. */
export const objectIn = (value: unknown, key: string): JsonObject | null => {
  const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : null;
  return isObject(found) ? found : null;
};

/** The list under a key; empty where there is none. */
export const listIn = (value: unknown, key: string): readonly unknown[] => {
  const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : null;
  return Array.isArray(found) ? found : [];
};

/** The text under a key; null where there is none. */
export const textIn = (value: unknown, key: string): string | null => {
  const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : null;
  return typeof found === 'string' ? found : null;
};

/** Whether brackets stand within brackets more often than that; it walks level by level, so that no depth ends the walk. */
export const isDeeperThan = (value: unknown, depth: number): boolean => {
  let level: readonly unknown[] = [value];
  for (let step = 0; step <= depth; step += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return level.some((one) => typeof one === 'object' && one !== null);
};
