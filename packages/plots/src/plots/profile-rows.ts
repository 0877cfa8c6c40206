import type { LayerMeasurement, Report } from '@vanish/core';
import { isNumber, type Row, rounded } from '../frame/layer.ts';

/** One layer of the profile. **Unit** log₁₀. */
export interface ProfileRow extends Row {
  readonly layer: number;
  readonly name: string;
  readonly mean: number | null;
  /** Mean ± one standard deviation over the networks. */
  readonly low: number | null;
  readonly high: number | null;
  /** Over the networks with an ordinary number. */
  readonly least: number | null;
  readonly most: number | null;
  readonly theory: number | null;
}

/** What the profile plot draws, layer by layer. */
export const profileRows = ({ measured, theory }: Report): readonly ProfileRow[] =>
  measured.layers.map((layer, index) => ({
    layer: index + 1,
    name: layer.name,
    mean: tidy(layer.signal.log10Rms),
    ...spread(layer),
    theory: tidy(theory?.layers[index]?.log10Rms),
  }));

const spread = ({
  signal: { log10Rms, sd },
  signalPerSeed,
}: LayerMeasurement): Pick<ProfileRow, 'low' | 'high' | 'least' | 'most'> => {
  const values = signalPerSeed.filter(isNumber);
  const hasDeviation = isNumber(log10Rms) && isNumber(sd);
  return {
    low: hasDeviation ? rounded(log10Rms - sd) : null,
    high: hasDeviation ? rounded(log10Rms + sd) : null,
    least: values.length > 1 ? rounded(Math.min(...values)) : null,
    most: values.length > 1 ? rounded(Math.max(...values)) : null,
  };
};

const tidy = (value: number | null | undefined): number | null => (isNumber(value) ? rounded(value) : null);
