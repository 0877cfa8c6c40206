/** An answer that its platform did not take. Its message is for whoever asked. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';

  constructor(platform: string, cause: unknown) {
    super(`${platform} did not take the answer. Ask again in a minute.`, { cause });
  }
}
