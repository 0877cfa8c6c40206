import type { Notion } from '../notion.ts';

/** Entries that are not zero, but that float32 would make zero. */
export const underflow: Notion = {
  name: 'underflow',
  aliases: ['float32-zero-from', 'underflows'],
  summary: 'entries that are not zero, but that float32 would make zero',
  explanation: {
    text: [
      "The share of the signal's entries below 2⁻¹⁴⁹ ≈ 10⁻⁴⁵, the smallest number that float32 knows.",
      'A training in float32 sees exactly zero there: those weights do not learn slowly, they do not learn. In a sigmoid net at σ_w² = 1 the entries are gone after some sixty layers.',
    ],
    formula: 'below 2⁻¹⁴⁹ ≈ 1.4·10⁻⁴⁵',
    source: null,
    example: 'depth=80 act=sigmoid loss=probe',
    seeAlso: ['float32', 'exact-zeros', 'verdict=vanishing'],
  },
};
