import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, inDecades, percent, powerOfTen, shortNumber, signedDecades } from './words.ts';

test.each([
  [0, '1'],
  [Math.log10(0.045), '0.045'],
  [Math.log10(12.6), '12.6'],
  [3.9, '7940'],
  [4, '1.0·10⁴'],
  [-3, '1.0·10⁻³'],
  [Math.log10(2.3e-9), '2.3·10⁻⁹'],
  [-257.5, '3.2·10⁻²⁵⁸'],
  [1000.3, '2.0·10¹⁰⁰⁰'],
  [5 - 1e-9, '1.0·10⁵'],
])('ten to the %f reads %s', (log10, words) => {
  expect(powerOfTen(log10)).toBe(words);
});

test.each([
  [0, '0'],
  [1.23456, '1.23'],
  [-0.5, '−0.5'],
  [2, '2'],
  [9999, '10000'],
  [123_456, '1.2·10⁵'],
  [-1e-9, '−1.0·10⁻⁹'],
])('%f in short is %s', (value, words) => {
  expect(shortNumber(value)).toBe(words);
});

test.each([
  [-3.42, '3.4 decades', '−3.4 decades'],
  [1, '1.0 decade', '+1.0 decade'],
  [0.96, '1.0 decade', '+1.0 decade'],
  [0.04, '0.0 decades', '±0.0 decades'],
  [-0.04, '0.0 decades', '±0.0 decades'],
  [0, '0.0 decades', '±0.0 decades'],
])('%f decades read %s, with their sign %s', (decades, words, signed) => {
  expect([inDecades(decades), signedDecades(decades)]).toEqual([words, signed]);
});

test('shares are whole percents, and one of a thing has no plural', () => {
  expect([percent(0), percent(0.374), percent(1)]).toEqual(['0 %', '37 %', '100 %']);
  expect([counted(1, 'layer'), counted(10, 'layer')]).toEqual(['1 layer', '10 layers']);
});

/** Reads a number that was written for people. */
const readBack = (words: string): number => {
  const [mantissa = '', exponent] = words.replaceAll('−', '-').split('·10');
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const raised = [...(exponent ?? '⁰')].map((letter) => (letter === '⁻' ? '-' : String(digits.indexOf(letter)))).join('');
  return Number(mantissa) * 10 ** Number(raised);
};

test('a number read back is the number within the digits written', () => {
  fc.assert(
    fc.property(fc.double({ min: -300, max: 300, noNaN: true }), fc.boolean(), (log10, isNegative) => {
      // two digits at least: half a unit of the last is 5 % of the smallest mantissa
      expect(Math.abs(readBack(powerOfTen(log10)) / 10 ** log10 - 1)).toBeLessThan(0.051);
      const value = (isNegative ? -1 : 1) * 10 ** log10;
      expect(Math.abs(readBack(shortNumber(value)) / value - 1)).toBeLessThan(0.051);
    }),
  );
});
