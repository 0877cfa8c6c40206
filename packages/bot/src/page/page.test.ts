import { expect, test } from 'vitest';
import { recordedProbe } from '../fixtures/recorded-probe.ts';
import { recordedReport } from '../fixtures/recorded-report.ts';
import { recordedStudy } from '../fixtures/recorded-study.ts';
import { pageOfAnswer, pageOfProbe } from './pages.ts';
import { writePage } from './write-page.ts';

/** What would be loaded or run. */
const foreign = /<script|<link|<iframe|\son\w+=|(?:src|srcset|href)="(?!data:)|url\((?!#)|@import/iu;

const texts = (html: string): string => html.replace(/<style>.*?<\/style>|"data:[^"]*"/gsu, '');

test('a network: headline, a picture in both themes with words for it, layers, advice, the question with its seed', async () => {
  const html = writePage(await pageOfAnswer(recordedReport(), null));
  expect(html).not.toMatch(foreign);
  expect(html.match(/<h1>/gu)).toHaveLength(1);
  expect(html).toMatch(/<source media="screen and \(prefers-color-scheme: dark\)" srcset="data:image\/svg\+xml;base64,[^"]+">/u);
  expect(html).toMatch(/<img src="data:image\/svg\+xml;base64,[^"]+" width="1200" height="800" alt="[^"]{40,}">/u);
  expect(html.match(/<th scope="row">/gu)).toHaveLength(11);
  expect(html).toContain('<code>vanish depth=10 act=sigmoid seed=0</code>');
  expect(html).toMatch(/<li><code>vanish depth=10 act=relu [^<]+<\/code><p>[^<]+theory expects/u);
  expect(texts(html)).toMatch(/16 networks drawn and measured in one pass/u);
});

test('a study has no layers of one network, and a page all the same', async () => {
  const html = writePage(await pageOfAnswer(recordedStudy('sweep'), null));
  expect(html).not.toMatch(foreign);
  expect(html).not.toContain('<table>');
  expect(html).toContain('<dt>Evidence</dt>');
});

test('a saved model: its layers are the picture, what was assumed is told', () => {
  const html = writePage(pageOfProbe(recordedProbe(), 'probe sigmoids/model.json'));
  expect(html).not.toMatch(foreign);
  expect(html).not.toContain('<img');
  expect(html).toMatch(
    /<th scope="row">d1<\/th><td class="number">4\.0·10⁻¹¹<\/td><td class="bar" aria-hidden="true"><span style="width:4%">/u,
  );
  expect(html).toContain('standard normal numbers, seed 1');
  expect(html).toContain('<dt>Traps</dt><dd>d1 and 12 more: ');
  expect(html).not.toContain('bad numbers');
});

test('whatever stands in a model is text, and nothing of it markup', () => {
  const { report, assumptions } = recordedProbe();
  const evil = '"><script>alert(1)</script>';
  const layers = report.measured.layers.map((layer) => ({ ...layer, name: evil, activationName: evil }));
  const verdict = { ...report.verdict, headline: evil, evidence: [evil], cause: evil };
  const probe = { report: { ...report, verdict, measured: { ...report.measured, layers } }, assumptions: [...assumptions, evil] };
  const html = writePage(pageOfProbe(probe, evil));
  expect(html).not.toMatch(foreign);
  expect(html.match(/&lt;script&gt;/gu)?.length).toBeGreaterThan(10);
});
