import type { Activation } from '../activations/activation.ts';

/** φ(x + b), as a function whose averages theory takes. */
export const shifted = (activation: Activation, bias: number): Activation =>
  bias === 0
    ? activation
    : {
        ...activation,
        value: (x) => activation.value(x + bias),
        slope: (x) => activation.slope(x + bias),
        kinks: activation.kinks.map((kink) => kink - bias),
        closedForms: {},
      };

/** A function whose slope has the averages of φ itself: theory asks for E φ⁴, where activations give E φ′⁴. */
export const asSlope = (activation: Activation): Activation => ({ ...activation, slope: activation.value, closedForms: {} });
