/** Gives one object a property of its own for a while. The function that comes back leaves it as it was found. */
export const override = (object: object, key: string, value: unknown): (() => void) => {
  const before = Object.getOwnPropertyDescriptor(object, key);
  Object.defineProperty(object, key, { value, configurable: true, writable: true, enumerable: before?.enumerable ?? false });
  return () => {
    if (before === undefined) Reflect.deleteProperty(object, key);
    else Object.defineProperty(object, key, before);
  };
};
