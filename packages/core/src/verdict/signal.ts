import type { Symptoms } from './symptoms.ts';
import { explodingDecades, healthyDecades, vanishingDecades } from './thresholds.ts';
import { inDecades, powerOfTen } from './words.ts';

/** Does the signal reach the first layer? */
export const describeSignal = ({ first, last, decades, zeroShare }: Symptoms): string => {
  if (first.signal.log10Rms === null)
    return `No: ${zeroShare > 0.99 ? 'the signal at the first layer is exactly zero' : 'the signal at the first layer is not a finite number'}.`;
  const size = `${powerOfTen(first.signal.log10Rms)} at ${first.name}`;
  if (decades === null || first === last) return `Yes: ${size}.`;
  const change = `${inDecades(decades.value)} ${decades.value < 0 ? 'below' : 'above'} ${last.name} (${powerOfTen(last.signal.log10Rms ?? 0)})`;
  if (decades.value < -vanishingDecades) return `No: ${size}, ${change}.`;
  if (decades.value > explodingDecades) return `It arrives blown up: ${size}, ${change}.`;
  return `${Math.abs(decades.value) <= healthyDecades ? 'Yes' : 'Weakly'}: ${size}, ${change}.`;
};
