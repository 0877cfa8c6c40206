/** Trouble that a test orders. */
export interface Fault {
  /** An HTTP status to fail with. */
  readonly status: number;
  /** **Unit** seconds; for 429. */
  readonly retryAfterSeconds: number;
  /** Part of the method and path of the requests that it strikes, `PATCH /webhooks/…`; without it any. */
  readonly route: string | RegExp | null;
  times: number;
}

/** The trouble that tests ordered and that has not struck yet. */
export class Faults {
  readonly #ordered: Fault[] = [];

  order(fault: Fault): void {
    this.#ordered.push(fault);
  }

  /** The fault that strikes this request, if any; it is used up by that. */
  strike(methodAndPath: string): Fault | null {
    const fault = this.#ordered.find(({ times, route }) => times > 0 && isMatch(route, methodAndPath));
    if (fault === undefined) return null;
    fault.times -= 1;
    return fault;
  }
}

const isMatch = (route: string | RegExp | null, methodAndPath: string): boolean => {
  if (route === null) return true;
  return typeof route === 'string' ? methodAndPath.includes(route) : route.test(methodAndPath);
};
