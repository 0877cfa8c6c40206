/** What is told to whoever iterates, in order, until it is closed. */
export interface Channel<Item> extends AsyncIterable<Item> {
  readonly send: (item: Item) => void;
  readonly close: () => void;
}

/** A channel that keeps what nobody has taken yet. Each item goes to one taker. */
export const openChannel = <Item>(): Channel<Item> => {
  const kept: Item[] = [];
  const waiting: ((result: IteratorResult<Item, undefined>) => void)[] = [];
  let isClosed = false;
  const next = (): Promise<IteratorResult<Item, undefined>> => {
    if (kept.length > 0) return Promise.resolve({ value: kept.shift() as Item, done: false });
    if (isClosed) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    send: (item) => {
      const taker = waiting.shift();
      if (taker === undefined) kept.push(item);
      else taker({ value: item, done: false });
    },
    close: () => {
      isClosed = true;
      for (const taker of waiting.splice(0)) taker({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => ({ next }),
  };
};
