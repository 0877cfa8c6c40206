/** What stages of one pass have in common: made by the first that asks for a name, the same for all others. */
export type Shared = <Made>(name: string, make: () => Made) => Made;

/** An empty memory, for one pass. */
export const createShared = (): Shared => {
  const made = new Map<string, unknown>();
  return <Made>(name: string, make: () => Made): Made => {
    // a name stands for one kind of thing, which its stages agree on
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as Made;
  };
};
