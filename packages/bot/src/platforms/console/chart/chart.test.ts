import fc from 'fast-check';
import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { type ChartInput, type ChartStyle, drawChart, powerOfTen } from './chart.ts';

const paint = picocolors.createColors(false);
const style = (isUnicode: boolean, columns = 78): ChartStyle => ({ columns, isUnicode, paint, accent: (text) => text });
const layers = (count: number, value: (layer: number) => number | null): (number | null)[] =>
  Array.from({ length: count }, (_, layer) => value(layer));
const draw = (input: Omit<ChartInput, 'networks' | 'row'> & Partial<ChartInput>, look = style(true)): string =>
  drawChart({ row: 'layer', networks: 16, ...input }, look).join('\n');

test('ten layers of a vanishing signal, theory beside it', () => {
  const measured = layers(10, (layer) => -8.6 + 0.63 * layer);
  expect(`\n${draw({ measured, theory: measured })}`).toMatchInlineSnapshot(`
    "
     10⁻² ┤
          │                                                 ⢀⣀⡠⠤⠤◉
     10⁻⁴ ┤                                        ⣀⣀◉⠤⠔⠒⠒⠉◉⠁
          │                              ◉⣀⡠⠤⠤⠒◉⠊⠉⠉
     10⁻⁶ ┤                    ⢀⣀⣀⠤◉⠔⠒⠒⠉⠉⠁
          │           ⣀◉⡠⠤⠤⠒⠒◉⠉⠁
     10⁻⁸ ┤ ⢀⣀⣀⠤⠤◉⠒⠒⠉⠉
          │◉⠁
    10⁻¹⁰ ┤
          └┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┬
           1     2     3     4     5     6     7     8     9     10 layer
           ● measured (16 networks)  ○ theory  ◉ both"
  `);
});

test('the axis calls a time step a step', () => {
  const measured = layers(4, (layer) => -8 + layer);
  expect(draw({ measured, theory: null, row: 'step' })).toMatch(/1 +2 +3 +4 step$/mu);
});

test('the same in ASCII holds ASCII only', () => {
  const measured = layers(10, (layer) => -8.6 + 0.63 * layer);
  const drawn = draw({ measured, theory: layers(10, (layer) => -8 + 0.63 * layer) }, style(false));
  expect(drawn).toMatch(/^[\x20-\x7e\n]*$/u);
  expect(`\n${drawn}`).toMatchInlineSnapshot(`
    "
     1e-2 +                                                      o
          |                                                o.....*
     1e-4 +                                    o   ..@.....*
          |                        o     @.....*...
     1e-6 +                  o ....*.....
          |      o    .@.....*.
     1e-8 +o.....*....
          |*
    1e-10 +
          ++-----+-----+-----+-----+-----+-----+-----+-----+-----+
           1     2     3     4     5     6     7     8     9     10 layer
           * measured (16 networks)  o theory  @ both"
  `);
});

test('four hundred layers down to 1e-250 share columns, and float32 has its line', () => {
  const measured = layers(400, (layer) => -250 + 0.62 * layer);
  expect(`\n${draw({ measured, theory: measured })}`).toMatchInlineSnapshot(`
    "
       10⁰ ┤                                                                  ⢀⣀○
           │                                                           ⢀○⠤⠔⠒○⠉⠁
     10⁻⁵⁰ ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌⢀⣀⠤⠤○⠊⠉⠁╌╌╌╌╌╌╌╌╌
           │                                             ⢀⣀⠤○⠒⠊⠉○
    10⁻¹⁰⁰ ┤                                      ⢀⣀○⠤⠒⠊○⠁
           │                               ⢀○⠤⠤⠒○⠉⠁
    10⁻¹⁵⁰ ┤                        ⢀⣀⡠⠤○⠊⠉⠁
           │                 ⢀⣀⠤○⠒⠒⠉○
    10⁻²⁰⁰ ┤          ⢀⣀○⠤⠒⠒○⠁
           │   ⢀○⡠⠤⠒○⠉⠁
    10⁻²⁵⁰ ┤○⠒⠉⠁
           └┬───────┬────────┬───────┬────────┬────────┬───────┬────────┬───────┬
            1       50       100     150      200      250     300      350   400
            ⠒⠒ measured (16 networks)  ○ theory  ╌╌ float32 zero"
  `);
});

test('layers without a number are marked at the bottom', () => {
  const drawn = draw({ measured: [null, null, -3, -2, -1], theory: null });
  expect(drawn.match(/×/gu)).toHaveLength(3); // two layers and the legend
  expect(drawn).toContain('zero or not finite');
  expect(drawn).not.toContain('theory');
});

test('no number at all leaves the marks and no axis to read them by', () => {
  expect(draw({ measured: [null, null, null], theory: null })).not.toMatch(/10|NaN|Infinity/u);
});

test('a single layer is a point', () => {
  expect(draw({ measured: [-2.2], theory: null })).toContain('●');
});

test('whatever was measured, no line is wider than asked and no number leaks', () => {
  const signal = fc.option(fc.double({ min: -400, max: 400, noNaN: true }), { nil: null });
  const profile = fc
    .integer({ min: 1, max: 2000 })
    .chain((count) => fc.array(signal, { minLength: count, maxLength: count, size: 'max' }));
  fc.assert(
    fc.property(profile, fc.boolean(), fc.integer({ min: 38, max: 100 }), (measured, isUnicode, columns) => {
      const lines = drawChart({ row: 'block', measured, theory: measured, networks: 1 }, style(isUnicode, columns));
      for (const line of lines) {
        expect([...line].length).toBeLessThanOrEqual(columns);
        expect(line).not.toMatch(/NaN|undefined|Infinity/u);
      }
    }),
    { numRuns: 30 },
  );
});

test('powers of ten as people write them, and as keyboards do', () => {
  expect(powerOfTen(-250, true)).toBe('10⁻²⁵⁰');
  expect(powerOfTen(0, true)).toBe('10⁰');
  expect(powerOfTen(-250, false)).toBe('1e-250');
});
