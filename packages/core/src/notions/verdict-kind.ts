/** What is wrong with a network, or nothing. */
export type VerdictKind =
  | 'healthy'
  | 'borderline'
  | 'vanishing'
  | 'exploding'
  | 'tiny'
  | 'zero'
  | 'dead'
  | 'saturated'
  | 'overflow';

/** What a training came to: more than half of the way from chance to perfection; more than a tenth; less; or ended by NaN or ±∞. */
export type TrainingOutcome = 'learned' | 'partly' | 'not' | 'stopped';
