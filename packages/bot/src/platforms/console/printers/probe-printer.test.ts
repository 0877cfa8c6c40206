import { expect, test } from 'vitest';
import { recordedProbe } from '../../../fixtures/recorded-probe.ts';
import { recordScreen } from '../../../fixtures/recording-screen.ts';
import { type Probed, printProbe, printProbeHeadline } from './probe-printer.ts';

const recorded = (): Probed => ({ ...recordedProbe(), query: 'probe sigmoids/model.json' });

/** The same with something else measured at a layer. */
const changed = (name: string, about: object): Probed => {
  const { report, ...more } = recorded();
  const layers = report.measured.layers.map((layer) => (layer.name === name ? { ...layer, ...about } : layer));
  return { ...more, report: { ...report, measured: { ...report.measured, layers } } };
};

const printed = (probed: Probed, about = {}): string => {
  const { screen, written } = recordScreen(about);
  printProbe(probed, screen);
  return written();
};

test('a recorded probe, 80 columns wide', async () => {
  await expect(printed(recorded())).toMatchFileSnapshot('../../../fixtures/probe-sigmoid-80.txt');
});

test.each([40, 60, 80, 200])('on %i columns no line is longer than a word', (columns) => {
  const lines = printed(recorded(), { columns }).split('\n');
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(Math.max(columns, 45));
});

test('where only ASCII arrives, only ASCII is sent', () => {
  const text = printed(changed('d3', { counts: { entries: 1024, nan: 0, inf: 3, zero: 0, underflow: 0 } }), { isUnicode: false });
  expect(/^\p{ASCII}*$/u.test(text)).toBe(true);
  expect(text).toContain('4.0x10^-11');
});

test('what is no ordinary number has a column where there is any', () => {
  expect(printed(recorded())).not.toContain('bad numbers');
  const counts = { entries: 1024, nan: 7, inf: 0, zero: 0, underflow: 1017 };
  expect(printed(changed('d3', { counts }))).toMatch(/activation +bad numbers\n.* d3 .*sigmoid +7 NaN, 1017 below float32/su);
  const zeros = { entries: 1024, nan: 0, inf: 0, zero: 1024, underflow: 0 };
  expect(printed(changed('d3', { counts: zeros }))).toMatch(/ d3 .*all zero/u);
});

test('a layer that is cut off, frozen, saturated or dead says so', () => {
  expect(printed(changed('d2', { isConnected: false }))).toMatch(/ d2 +detached/u);
  expect(printed(changed('d2', { isFrozen: true }))).toMatch(/ d2 .* frozen +sigmoid/u);
  const { activation } = recorded().report.measured.layers[0] ?? {};
  expect(printed(changed('d2', { activation: { ...activation, saturated: 0.372, dead: 0.25 } }))).toMatch(
    / d2 .*sigmoid, 37 % flat, 25 % dead/u,
  );
});

test('of a deep model the layers near its ends are shown', () => {
  const { report, ...more } = recorded();
  const layers = Array.from({ length: 100 }, (_, index) => ({ ...report.measured.layers[0], name: `deep_${index}` }));
  const text = printed({ ...more, report: { ...report, measured: { ...report.measured, layers } } } as unknown as Probed);
  expect(text).toContain('… 61 more layers; --json has all of them');
  expect(text).toMatch(/deep_19 .*deep_81 .* out /su);
  expect(text).not.toContain('deep_50 ');
});

test('a trap that is the advice is told once; otherwise it is told with what to write', () => {
  expect(printed(recorded()).match(/uses glorotNormal/gu)).toHaveLength(1);
  const { report, ...more } = recorded();
  const text = printed({ ...more, report: { ...report, verdict: { ...report.verdict, advice: [] } } });
  expect(text.replace(/\s+/gu, ' ')).toMatch(
    /traps d1 and 12 more: d1 uses glorotNormal .* - kernelInitializer: 'glorotUniform'/u,
  );
});

test('quiet is one line', () => {
  const { screen, written } = recordScreen();
  printProbeHeadline(recorded(), screen);
  expect(written()).toBe(`${recorded().report.verdict.headline}\n`);
});
