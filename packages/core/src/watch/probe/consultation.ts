import type { JudgedChain } from './judge-chains.ts';
import type { Passed } from './run-pass.ts';

/** What an adviser looks at: the way that was judged, and the pass that it is a part of. */
export interface Consultation extends JudgedChain {
  readonly passed: Passed;
}

/** Whether gradients grow, or numbers leave float32. */
export const isTooLarge = ({ verdict, symptoms }: JudgedChain): boolean =>
  verdict.kind === 'overflow' || (symptoms.decades?.value ?? 0) > 0;
