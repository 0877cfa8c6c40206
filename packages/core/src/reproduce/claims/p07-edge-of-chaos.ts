import { tanh } from '../../parts/activations/tanh.ts';
import { criticalPoints } from '../../theory/critical-line.ts';
import { fixedPoint } from '../../theory/fixed-point.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Comparison } from '../outcome.ts';

/** The critical line of tanh. */
export const p07: RunnableClaim = {
  id: 'P07',
  claim: 'The edge of chaos of tanh, χ₁ = 1, starts at σ_w² = 1 for σ_b = 0 and runs along a line.',
  source:
    'Poole et al. 2016, 1606.05340; Schoenholz et al. 2017, 1611.01232; Pennington et al. 2017, 1711.04735; digits: derived for this project',
  takes: 'measuring',
  run: async () => [origin(), ...points.flatMap(comparePoint)],
};

/** As tabulated; the first is the pair (1.05, 2.01e-5) of Pennington et al. */
const points = [
  { bias: 2.01e-5, gain: '1.0499956', qStar: '0.0259186' },
  { bias: 0.0025, gain: '1.2600938', qStar: '0.153692' },
  { bias: 0.01, gain: '1.4242053', qStar: '0.273301' },
  { bias: 0.05, gain: '1.7609546', qStar: '0.570048' },
  { bias: 0.1, gain: '1.9860726', qStar: '0.805799' },
  { bias: 0.3, gain: '2.5051272', qStar: '1.46117' },
] as const;

const solver = { tolerance: 1e-8, toleranceKind: 'relative' } as const;

const origin = (): Comparison => ({
  quantity: 'critical σ_w², σ_b² = 0',
  expected: 1,
  measured: criticalPoints(tanh, 0)[0]?.gain ?? Number.NaN,
  ...solver,
});

/** The digits of the point, and back again: the recursion there settles where χ₁ is one. */
const comparePoint = ({ bias, gain, qStar }: (typeof points)[number]): readonly Comparison[] => {
  const point = criticalPoints(tanh, bias)[0];
  const found = point?.gain ?? Number.NaN;
  return [
    asPrinted(`critical σ_w², σ_b² = ${bias}`, gain, found),
    asPrinted(`q* there, σ_b² = ${bias}`, qStar, point?.qStar ?? Number.NaN),
    {
      quantity: `χ₁ of the recursion there, σ_b² = ${bias}`,
      expected: 1,
      measured: fixedPoint(tanh, { gain: found, bias }).chi1 ?? Number.NaN,
      ...solver,
    },
  ];
};
