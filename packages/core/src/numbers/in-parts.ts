/** A list cut into so many pieces of one length, in their order; the last may be shorter, and there may be fewer. */
export const inParts = <Item>(list: readonly Item[], parts: number): readonly (readonly Item[])[] => {
  const length = Math.ceil(list.length / parts);
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) => list.slice(index * length, (index + 1) * length));
};
