import type { Activation } from '../activations/activation.ts';
import type { Built } from '../blueprint.ts';
import type { Initializer } from '../initializers/initializer.ts';
import type { Norm } from '../norms/norm.ts';
import type { Skip } from '../skips/skip.ts';
import type { Variant } from '../variant.ts';

/** What an architecture is built from. */
export interface BuildSettings {
  readonly depth: number;
  readonly width: number;
  /** Input features. */
  readonly features: number;
  /** Outputs of the readout; null where the loss sits on the last pre-activation. */
  readonly outputs: number | null;
  readonly activation: Activation;
  readonly initializer: Initializer;
  /** σ_w²; null: as the initializer has it. */
  readonly gain: number | null;
  /** σ_b² */
  readonly bias: number;
  readonly norm: Norm;
  readonly skip: Skip;
}

/** A shape of network. */
export interface Architecture extends Variant {
  readonly build: (settings: BuildSettings) => Built;
}
