export { hardSigmoidGates } from './hard-sigmoid-gates.ts';
export { jointOrthogonal } from './joint-orthogonal.ts';
export { logitsAsProbabilities } from './logits-as-probabilities.ts';
export { noForgetBias } from './no-forget-bias.ts';
export { normEpsilon } from './norm-epsilon.ts';
export { seededDropout } from './seeded-dropout.ts';
export { truncatedNormal } from './truncated-normal.ts';
export { zeroBound } from './zero-bound.ts';
