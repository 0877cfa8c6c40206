/** Answers that a test asks for in advance. */
export type Fault =
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'error'; readonly error: string }
  /** A server in trouble: a status, and a page that is no JSON. */
  | { readonly kind: 'status'; readonly status: number }
  /** Never, until the client gives up. */
  | { readonly kind: 'silence' };

/** Faults that wait for their calls. */
export interface Faults {
  /** The next calls of a method (of any where it is null) are answered so. */
  readonly plan: (method: string | null, fault: Fault, times: number) => void;
  /** The fault for a call, taken off the plan; null where it is to be answered as ever. */
  readonly take: (method: string) => Fault | null;
}

/** No faults planned. */
export const openFaults = (): Faults => {
  const planned: { readonly method: string | null; readonly fault: Fault; left: number }[] = [];
  return {
    plan: (method, fault, times) => {
      planned.push({ method, fault, left: times });
    },
    take: (method) => {
      const next = planned.find((one) => one.left > 0 && (one.method === null || one.method === method));
      if (next === undefined) return null;
      next.left -= 1;
      return next.fault;
    },
  };
};
