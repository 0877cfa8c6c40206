/** |ln factor| below which a factor per layer counts as 1: no network is 1e5 layers deep. */
const criticalRate = 1e-5;

/** Whether a factor per layer is 1 for every depth that there is. */
export const isCritical = (factor: number): boolean => Math.abs(Math.log(factor)) < criticalRate;

/** 1 / |ln factor|, over how many layers a factor per layer adds up to e. **Unit** layers; null where infinite. */
export const depthScale = (factor: number): number | null => (isCritical(factor) ? null : 1 / Math.abs(Math.log(factor)));

/** The depth scale of a factor below 1; null where nothing decays exponentially. */
export const decayScale = (factor: number): number | null => (factor > 0 && factor < 1 ? depthScale(factor) : null);
