import type { Symptoms } from '../symptoms.ts';
import type { VerdictKind } from '../verdict.ts';

/** One thing that can be said of a network. The applicable diagnosis of the lowest precedence is the verdict. */
export interface Diagnosis {
  readonly kind: VerdictKind;
  /** Smaller is asked first: what hides other symptoms comes before them. */
  readonly precedence: number;
  readonly applies: (symptoms: Symptoms) => boolean;
  /** One sentence with the number that matters. */
  readonly headline: (symptoms: Symptoms) => string;
}
