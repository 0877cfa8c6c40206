import { expect, test } from 'vitest';
import { drawChart, powersOfTen, recolour } from './draw-chart.ts';
import { drawReport } from './draw-report.ts';
import { fixtures } from './fixtures/fixtures.ts';

const chart = {
  data: { values: [{ layer: 1, size: 0.25 }] },
  mark: 'point',
  encoding: {
    x: { field: 'layer', type: 'quantitative' },
    y: { field: 'size', type: 'quantitative', axis: { title: '\u03c6\u2032' } },
  },
} as const;

test("a chart of one's own is dressed like all pictures", async () => {
  const picture = await drawChart(chart, { title: 'a dot', alt: 'One dot at a quarter.' });
  expect(picture.alt).toBe('One dot at a quarter.');
  expect(picture.spec).toMatchObject({
    description: picture.alt,
    width: 1012,
    config: { font: expect.stringContaining('Inter') },
  });
  expect(await picture.svg()).toMatch(/viewBox="0 0 1200 722".*Inter/u);
  const png = Buffer.from(await picture.png({ width: 640 }));
  expect(png.readUInt32BE(16)).toBe(640);
});

test.each(Object.entries(fixtures()))('%s: a light picture becomes the dark one, and back', async (_name, report) => {
  const [light, dark] = await Promise.all((['light', 'dark'] as const).map((theme) => drawReport(report, { theme })));
  expect(await recolour(light?.spec ?? {}, 'dark')).toEqual(dark?.spec);
  expect(await recolour(dark?.spec ?? {}, 'light')).toEqual(light?.spec);
});

test('a logarithmic axis can tell powers of ten', async () => {
  const scale = { type: 'log', domain: [1e-12, 1000] };
  const y = { field: 'size', type: 'quantitative', scale, axis: { values: [1e-12, 1, 1000], labelExpr: powersOfTen } };
  const picture = await drawChart({ ...chart, encoding: { y } }, { title: 'a dot', alt: 'One dot.' });
  const texts = [...(await picture.svg()).matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text]) => text);
  expect(texts).toEqual(expect.arrayContaining(['10⁻¹²', '1', '10³']));
});
