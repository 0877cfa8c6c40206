import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeReport } from '../../scripts/compose-report.ts';
import { laws } from '../../scripts/laws.ts';
import { layerWord } from './layer-word.ts';
import { lostNetworks } from './lost-networks.ts';
import { percent, powerOfTen, signed, wholePower } from './numbers.ts';
import { plainText } from './plain-text.ts';
import { runsOf, wordRuns } from './runs.ts';
import { decadesPerLayer } from './slope.ts';
import { stuckShare } from './stuck-share.ts';

test('a power of ten is written for people', () => {
  expect([-253.28, -8.57, -1.35, 0, 1.1, 4, 300].map(powerOfTen)).toEqual([
    '5.2·10⁻²⁵⁴',
    '2.7·10⁻⁹',
    '0.045',
    '1',
    '13',
    '1.0·10⁴',
    '1.0·10³⁰⁰',
  ]);
  expect(powerOfTen(-8.0001)).toBe('1.0·10⁻⁸');
  expect([0, 1, 2, -45].map(wholePower)).toEqual(['1', '10', '10²', '10⁻⁴⁵']);
});

test('the written number is the number, to two digits', () => {
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const plain = (text: string): string =>
    text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(digits.indexOf(digit))).replace('⁻', '-');
  const read = (text: string): number => {
    const [mantissa = '', power = '100'] = text.split('·');
    return Math.log10(Number(mantissa)) + Number(plain(power).slice(2));
  };
  // half of the second digit of 1.0 is 5 %, 0.0212 decades
  fc.assert(
    fc.property(fc.double({ min: -400, max: 400, noNaN: true }), (log10) => {
      expect(Math.abs(read(powerOfTen(log10)) - log10)).toBeLessThan(0.0213);
    }),
  );
});

test('a share that is not whole is never written as none or all', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(['0 %', '< 1 %', '50 %', '> 99 %', '100 %']);
});

test('a slope carries its sign, and none where it is nothing', () => {
  expect([-0.63, 1.5, 0.004, -12.34, 0.0001].map(signed)).toEqual(['−0.63', '+1.50', '+0.004', '−12.3', '±0']);
});

test('runs cover exactly the positions at which something holds', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (holds) => {
      const covered = runsOf(holds).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, step) => from + step));
      expect(covered).toEqual([...holds.keys()].filter((index) => holds[index]));
    }),
  );
  expect(wordRuns([{ from: 0, to: 0 }], 'layer')).toBe('layer 1');
  expect(wordRuns(runsOf([true, true, false, true]), 'layer')).toBe('layers 1–2, 4');
  expect(wordRuns(runsOf([true, false, true, false, true, false, true]), 'layer')).toBe('4 layers');
});

test('what XML cannot hold is replaced, and nothing else is changed', () => {
  expect(plainText('a\u0000b\ud800c\u001b[31m')).toBe('a�b�c�[31m');
  expect(plainText('χ < 1 & "φ′" 🙂')).toBe('χ < 1 & "φ′" 🙂');
});

test('a network with NaN is broken and not zero', () => {
  const report = composeReport({ ...deadLaw(), seeds: 4, fate: (_layer, network) => (network === 0 ? 'nan' : 'zero') });
  expect(lostNetworks(report.measured.layers[0] ?? never(), 4)).toEqual({ zero: 0, broken: 1 });
});

test('networks whose gradient is exactly zero are counted as a share', () => {
  const report = composeReport({ ...deadLaw(), seeds: 4, fate: (_layer, network) => (network === 0 ? 'zero' : 'fine') });
  expect(lostNetworks(report.measured.layers[0] ?? never(), 4)).toEqual({ zero: 0.25, broken: 0 });
});

test('units are not called dead where the signal has left float32', () => {
  const law = { ...deadLaw(), dead: () => 1, length: (layer: number) => (layer < 5 ? 1 : Number.POSITIVE_INFINITY) };
  const { layers } = JSON.parse(JSON.stringify(composeReport(law).measured)) as ReturnType<typeof composeReport>['measured'];
  expect(layers.slice(2, 6).map((layer) => stuckShare(layer, 'dead'))).toEqual([1, 1, null, null]);
});

test('the slope of a prediction counts towards the input', () => {
  const { theory } = composeReport({ ...deadLaw(), theory: (layer) => 0.5 * layer });
  expect(decadesPerLayer(theory ?? never())).toBeCloseTo(-0.5, 12);
});

test('a prediction whose ends are no numbers has no slope, also after JSON made them null', () => {
  const { theory } = JSON.parse(JSON.stringify(composeReport({ ...deadLaw(), theory: () => Number.NEGATIVE_INFINITY })));
  expect(decadesPerLayer(theory)).toBeNull();
});

test('rows that are named steps are called time steps', () => {
  const report = composeReport(deadLaw());
  const layers = report.measured.layers.map((layer, index) => ({ ...layer, name: `step ${index + 1}` }));
  expect(layerWord(report)).toBe('layer');
  expect(layerWord({ ...report, measured: { ...report.measured, layers } })).toBe('time step');
});

const deadLaw = (): Parameters<typeof composeReport>[0] => laws['dead'] ?? never();

const never = (): never => {
  throw new Error('missing in the fixtures');
};
