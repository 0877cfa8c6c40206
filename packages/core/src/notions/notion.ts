import type { Variant } from '../parts/variant.ts';

/** Something that reports hold or verdicts say, or an idea behind it: told like a variant, and chosen by nobody. */
export type Notion = Variant;
