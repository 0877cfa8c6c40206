import type { Breach } from './breach.ts';

/** An answer that refuses a request as Discord words it, and what the client should never have done, if anything. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: number;
  readonly breaches: readonly Breach[];
  readonly headers: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: number,
    message: string,
    breaches: readonly Breach[] = [],
    { headers = {}, extra = {} }: { readonly headers?: Readonly<Record<string, string>>; readonly extra?: object } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.breaches = breaches;
    this.headers = headers;
    this.extra = { ...extra };
  }
}

/** **Throws** what Discord answers to a body that breaks a rule; passes where none is broken. */
export const refuseBreaches = (breaches: readonly Breach[]): void => {
  if (breaches.length === 0) return;
  const [{ rule } = { rule: '' }] = breaches;
  // these two have answers of their own
  if (rule === 'file-size') throw new Refusal(413, 40005, 'Request entity too large', breaches);
  if (rule === 'empty-message') throw new Refusal(400, 50006, 'Cannot send an empty message', breaches);
  const errors = { _errors: breaches.map((breach) => ({ code: breach.rule, message: breach.detail })) };
  throw new Refusal(400, 50035, 'Invalid Form Body', breaches, { extra: { errors } });
};
