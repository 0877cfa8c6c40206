/**
 * Depth scales ξ of the squared gradient up to which plain gradient descent trains a network.
 * **Source** Schoenholz et al. 2017, 1611.01232, Fig. 5 (the factor 6 is read off the figure).
 */
export const depthScalesOfTraining = 6;

/**
 * Decades of signal lost between the last and the first layer, beyond which plain gradient descent does not train the
 * network: six depth scales. |d|² ~ e^(−l/ξ), and networks train up to L ≈ 6 ξ, which is e^(−3) of the norm.
 */
export const vanishingDecades: number = (depthScalesOfTraining / 2) * Math.LOG10E;

/** Half of that: below it depth costs less than the choice of a learning rate does. */
export const healthyDecades: number = vanishingDecades / 2;

/**
 * Growth towards the input beyond which one learning rate cannot serve all layers. Chaotic tanh nets still trained at
 * 1.9 decades (σ_w² = 4, 30 layers) and no longer at 3.8 (60 layers), width 100, best of three learning rates.
 */
export const explodingDecades = 2;

/** A layer counts as saturated as a whole when more than half of its units are. */
export const mostlySaturated = 0.5;

/**
 * A layer counts as dead when more than three quarters of its units are: half of them are silent in every healthy deep
 * relu net, whose examples have become alike.
 */
export const mostlyDead = 0.75;

/** log₁₀ 2⁻²⁴: a step smaller than this share of a weight is lost when float32 adds it. */
export const lostInRounding: number = -24 * Math.LOG10E * Math.LN2;

/** log₁₀ of the update:weight ratios that are commonly taken for healthy. **Source** TheDeepChecker, MindSpore: 1e-4 … 1e-1. */
export const usualUpdate = { low: -4, high: -1 } as const;
