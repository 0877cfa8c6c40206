/** A question that did not end when its time was up. */
export class TooLong extends Error {
  override readonly name = 'TooLong';

  constructor(budgetMs: number) {
    super(
      `This took much longer than the ${budgetMs / 1000} seconds that a question has, and was ended. Ask for fewer or smaller networks.`,
    );
  }
}

/** After its budget a question answers with what it knows; one that still works on so much later hangs, and is ended. **Unit** milliseconds. */
export const graceMs = 20_000;
