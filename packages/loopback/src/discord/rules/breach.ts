/** A rule of Discord that a client broke, and how. */
export interface Breach {
  readonly rule: string;
  readonly detail: string;
}

/** One breach where the rule is broken, none where it holds. */
export const breachIf = (isBroken: boolean, rule: string, detail: string): readonly Breach[] =>
  isBroken ? [{ rule, detail }] : [];
