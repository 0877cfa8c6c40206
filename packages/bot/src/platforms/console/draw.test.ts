import { readFileSync } from 'node:fs';
import type { TrainingReport } from '@vanish/core';
import { expect, test } from 'vitest';
import { recordedStudy } from '../../fixtures/recorded-study.ts';
import { draw, findPlot } from './draw.ts';

const [network, trained] = ['depth=10 act=sigmoid', 'depth=10 act=sigmoid train=200'];
const sentenceOf = async (name: string, question: string): Promise<string> => {
  const found = await findPlot(name, question);
  return 'issue' in found ? found.issue.message : 'found';
};

test('a network and a training have plots of their own', async () => {
  expect(await findPlot(null, trained)).toEqual({ plot: null });
  expect(await findPlot('forward', network)).toEqual({ plot: 'forward' });
  expect(await findPlot('histograms', trained)).toEqual({ plot: 'histograms' });
  expect(await findPlot('training', trained)).toEqual({ plot: 'training' });
});

test.each([
  ['histogram', trained, 'unknown plot "histogram" in --plot - did you mean "histograms"? known: training, histograms, signals'],
  ['forwad', network, 'unknown plot "forwad" in --plot - did you mean "forward"? known: profile, branches, forward, overview, '],
  [
    'forward',
    trained,
    '--plot forward draws one network, and the question asks for a training - known: training, histograms, signals',
  ],
  [
    'histograms',
    network,
    '--plot histograms draws a training, and the question asks for one network - known: profile, branches, ',
  ],
  ['sweep', 'act=relu,tanh', '--plot sweep draws a sweep, and the question asks for a comparison - known: losses, comparison'],
  ['remedie', 'fix depth=9', 'unknown plot "remedie" in --plot - did you mean "remedies"? known: cure, remedies'],
])('--plot %s of "%s" is answered with what there is', async (name, question, sentence) => {
  expect(await sentenceOf(name, question)).toContain(sentence);
});

test('a training is drawn as it was asked for', async () => {
  const file = new URL('../../fixtures/training-sigmoid.json', import.meta.url);
  const report = JSON.parse(readFileSync(file, 'utf8')) as TrainingReport;
  const [usual, said, histograms] = await Promise.all(
    ([null, 'training', 'histograms'] as const).map((plot) => draw({ answer: report, theme: 'light', plot }, 'svg')),
  );
  for (const svg of [usual, said]) expect(svg).toContain('how far each step moves the weights');
  expect(histograms).toContain('how the entries of the weight gradient are spread');
});

test.each([
  ['act=relu,tanh', 'comparison'],
  ['act=relu vs act=tanh', 'losses'],
  ['depth=2..9', 'sweep'],
  ['gain=1..2 bias=0..1', 'map'],
  ['fix depth=9', 'remedies'],
])('%s may be drawn as %s', async (question, plot) => {
  expect(await findPlot(plot, question)).toEqual({ plot });
});

test.each(['comparison', 'trainings', 'sweep', 'map', 'cure'])('a %s is drawn', async (name) => {
  expect(await draw({ answer: recordedStudy(name), theme: 'dark', plot: null }, 'svg')).toMatch(/^<svg /u);
});
