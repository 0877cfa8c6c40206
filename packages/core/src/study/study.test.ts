import { expect, test } from 'vitest';
import { complete } from '../experiment/complete.ts';
import { isMeasured } from '../experiment/question.ts';
import { mean, studentInterval } from '../numbers/statistics.ts';
import { tanh } from '../parts/activations/tanh.ts';
import { parseQuery } from '../query/parse-query.ts';
import { printQuery } from '../query/print-query.ts';
import type { Report } from '../report.ts';
import { openHands } from '../run-errands.ts';
import { criticalPoints } from '../theory/critical-line.ts';
import type { AnswerOptions } from './answer-options.ts';
import { answerQuestion } from './answer-question.ts';
import { pairs, singles } from './candidates.ts';
import type { Errand, Hands } from './errand.ts';
import { judgeSweep } from './judge-sweep.ts';
import type { Point } from './point.ts';
import type { Answer, ComparisonReport, CureReport, Curve, MapReport, StudyReport, SweepReport } from './study-report.ts';

const own = openHands();

const answer = async (text: string, options: AnswerOptions = {}, hands: Hands = own): Promise<Answer> => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'issues') throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  if (!isMeasured(parsed.question)) throw new Error(`${text} is answered in words`);
  return answerQuestion(parsed.question, hands, options);
};

const small = 'width=24 seeds=3 batch=12';

test('a comparison holds the answer that each network has by itself, ranked by how flat its signal is', async () => {
  const compared = (await answer(`act=sigmoid,tanh,relu depth=6 ${small}`)) as ComparisonReport;
  expect(compared.query).toBe('depth=6 width=24 act=sigmoid,tanh,relu batch=12 seeds=3');
  expect(compared.names).toEqual(['sigmoid', 'tanh', 'relu']);
  for (const [index, act] of ['sigmoid', 'tanh', 'relu'].entries()) {
    const alone = (await answer(`act=${act} depth=6 ${small}`)) as Report;
    expect({ ...compared.reports[index], timings: null }).toEqual({ ...alone, timings: null });
  }
  expect(compared.ranking.map(({ name }) => name).at(-1)).toBe('sigmoid');
  const sizes = compared.ranking.map(({ value }) => Math.abs(value ?? Number.NaN));
  expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
});

test('the distance from the best is the Student interval over pairs of one seed', async () => {
  const { reports, ranking } = (await answer(`depth=6 act=sigmoid ${small} vs act=tanh`)) as ComparisonReport;
  const changes = (reports as readonly Report[]).map(({ measured: { layers } }) =>
    (layers[0]?.signalPerSeed ?? []).map((first, seed) => Math.abs((first ?? 0) - (layers.at(-1)?.signalPerSeed[seed] ?? 0))),
  );
  const pairs = (changes[0] ?? []).map((change, seed) => change - (changes[1]?.[seed] ?? 0));
  const { low, high } = studentInterval(pairs);
  expect(ranking[0]?.behind).toBeNull();
  expect(ranking[1]?.behind?.value).toBeCloseTo(mean(pairs), 12);
  expect(ranking[1]?.behind?.low).toBeCloseTo(low, 12);
  expect(ranking[1]?.behind?.high).toBeCloseTo(high, 12);
});

test('trainings of one task are ranked by their loss', async () => {
  const { rankedBy, ranking, reports } = (await answer(
    'act=sigmoid,tanh depth=4 width=24 seeds=2 batch=20 train=40',
  )) as ComparisonReport;
  expect(rankedBy).toBe('loss');
  expect(ranking.map(({ name }) => name)).toEqual(['tanh', 'sigmoid']);
  expect(reports.map(({ kind }) => kind)).toEqual(['training', 'training']);
});

test('lists multiply, and what tells networks apart names them', async () => {
  const { names } = (await answer(`act=tanh,relu init=glorot,he depth=2 ${small}`)) as ComparisonReport;
  expect(names).toEqual(['tanh + glorot-uniform', 'tanh + he-normal', 'relu + glorot-uniform', 'relu + he-normal']);
});

test('a sweep has a curve for each listed network, and the dots say what whole answers say', async () => {
  const swept = (await answer(`depth=2..12:4 act=sigmoid,tanh ${small}`)) as SweepReport;
  expect(swept.axis).toMatchObject({ key: 'depth', values: [2, 5, 9, 12], isWhole: true, isLogarithmic: false });
  expect(swept.curves.map(({ name, points }) => [name, points.length])).toEqual([
    ['sigmoid', 4],
    ['tanh', 4],
  ]);
  const point = swept.curves[0]?.points[2];
  const whole = (await answer(point?.query ?? '')) as Report;
  expect(point?.decadesPerLayer).toEqual(whole.measured.decadesPerLayer);
  expect(point?.firstSignal).toEqual(whole.measured.layers[0]?.signal);
  expect(point?.kind).toBe(whole.verdict.kind);
  expect(point?.theory?.firstSignal).toBeCloseTo(whole.theory?.layers[0]?.log10Rms ?? Number.NaN, 12);
  expect(swept.curves[0]?.trainableDepth).toBeCloseTo(6 * (whole.theory?.depthScale ?? Number.NaN), 12);
});

test('networks that pass side by side are measured as they are alone', async () => {
  const { curves } = (await answer(`gain=0.5..3:6 act=tanh init=normal bias=0.1 depth=6 ${small}`)) as SweepReport;
  for (const point of curves[0]?.points ?? []) {
    const alone = (await answer(point?.query ?? '')) as Report;
    // the same products in float32, added up in another order at most
    expect(point?.firstSignal.log10Rms).toBeCloseTo(alone.measured.layers[0]?.signal.log10Rms ?? Number.NaN, 5);
    expect(point?.decadesPerLayer.value).toBeCloseTo(alone.measured.decadesPerLayer.value ?? Number.NaN, 5);
  }
});

test('a sweep of trainings tells what each came to', async () => {
  const { curves } = (await answer('lr=0.001..0.5:3 act=tanh depth=3 width=24 seeds=2 batch=20 train=40')) as SweepReport;
  const losses = curves[0]?.points.map((point) => point?.training?.loss ?? Number.NaN) ?? [];
  expect(losses[0]).toBeGreaterThan(losses[2] as number);
  expect(curves[0]?.points[0]?.training?.chanceLoss).toBeCloseTo(Math.log(10), 12);
});

test('who learns in part alone is not said to learn', async () => {
  const rates = { key: 'lr', summary: 'learning rate', values: [0.1, 1, 10], isWhole: false, isLogarithmic: true };
  const [curve] = ((await answer('lr=0.1..0.3:3 act=tanh depth=2 width=8 seeds=2 batch=8 train=2')) as SweepReport).curves;
  const point = curve?.points[0] as Point;
  const headlineOf = (outcomes: readonly ('learned' | 'partly' | 'not')[]): string => {
    const points = outcomes.map((outcome): Point => ({ ...point, training: { ...trainingOf(point), outcome } }));
    return judgeSweep(rates, [{ ...(curve as Curve), points }], null).headline;
  };
  expect(headlineOf(['learned', 'learned', 'learned'])).toMatch(/^The network learns over the whole range, lr=0.1 to 10,/u);
  expect(headlineOf(['learned', 'learned', 'partly'])).toMatch(/^The network learns up to lr=1,/u);
  expect(headlineOf(['partly', 'not', 'not'])).toBe(
    'The network learns nowhere on this range (not at 2 points, in part at 1 point).',
  );
});

test('curves of which the same is true share a clause of the headline', async () => {
  const { axis, curves } = (await answer(`depth=2..6:3 act=tanh,relu ${small}`)) as SweepReport;
  const [one, other] = curves as readonly [Curve, Curve];
  const isTrainable = (curve: Curve, name: string, passing: number): Curve => ({
    ...curve,
    name,
    points: curve.points.map((point, index) => ({ ...(point as Point), kind: 'vanishing', isTrainable: index < passing })),
  });
  const all = [
    isTrainable(one, 'tanh', 3),
    isTrainable(other, 'relu', 1),
    isTrainable(one, 'elu', 3),
    isTrainable(one, 'selu', 3),
  ];
  const { headline } = judgeSweep(axis, all, null);
  const [low, , high] = axis.values;
  expect(headline).toBe(
    `Tanh, elu and selu are trainable over the whole range, depth=${low} to ${high}; relu at depth=${low} alone.`,
  );
});

test.each([
  ['depth=3 act=tanh vs depth=3 act=tanh gain=1.1', ['gain auto', 'gain 1.1']],
  ['depth=3 act=tanh vs depth=4 act=relu', ['depth 3 + tanh', 'depth 4 + relu']],
  ['depth=3 init=he-normal vs depth=3 init=he-normal gain=2 norm=layer', ['no norm', 'gain 2 + layer norm']],
])('%s: networks are named by what tells them apart, with what is usual only where nothing else does', async (text, names) => {
  const spelt = text.split(' vs ').map((one) => `${one} ${small}`);
  expect(((await answer(spelt.join(' vs '))) as ComparisonReport).names).toEqual(names);
});

test('the best of all trainings is what to look at next, whichever curve it lies on', async () => {
  const swept = (await answer('lr=0.001..0.5:3 act=sigmoid,tanh depth=3 width=24 seeds=2 batch=20 train=40')) as SweepReport;
  const points = swept.curves.flatMap((curve) => curve.points.filter((point) => point !== null));
  const least = Math.min(...points.map((point) => point.training?.loss ?? Number.POSITIVE_INFINITY));
  const advised = judgeSweep(swept.axis, swept.curves, null).advice;
  expect(points.find(({ query }) => query === advised?.query)?.training?.loss).toBe(least);
  expect(judgeSweep(swept.axis, [...swept.curves].reverse(), null).advice).toEqual(advised);
});

const trainingOf = ({ training }: Point): NonNullable<Point['training']> => training as NonNullable<Point['training']>;

test('a map runs along both ranges, row above row', async () => {
  const { x, y, rows } = (await answer('depth=2..4 gain=0.5..2:3 act=tanh width=16')) as MapReport;
  expect([x.key, x.values, y.key, y.values]).toEqual(['depth', [2, 3, 4], 'gain', [0.5, 1.25, 2]]);
  expect(rows.map((row) => row.map((point) => point?.query))).toEqual(
    y.values.map((gain) =>
      x.values.map((depth) =>
        printQuery({
          kind: 'network',
          experiment: complete({ depth, gain, width: 16, seeds: 2, batch: 16, activation: { name: 'tanh', parameter: null } }),
        }),
      ),
    ),
  );
});

test("the edge of a map is theory's critical line", async () => {
  const { edge } = (await answer('gain=0.5..3:6 bias=0.01..0.5:4 act=tanh init=normal depth=2 width=8')) as MapReport;
  const points = edge.flat();
  expect(points.length).toBeGreaterThanOrEqual(4);
  for (const { x, y } of points) {
    const gains = criticalPoints(tanh, y).map(({ gain }) => gain);
    // found by bisection of ln χ₁ at the fixed point here, and without any fixed point there
    expect(Math.min(...gains.map((gain) => Math.abs(gain - x)))).toBeLessThan(1e-6);
  }
});

test('where depth is an axis a map tells how deep gradient descent trains', async () => {
  const { trainableDepth } = (await answer('depth=2..40:4 gain=0.5..3:4 act=tanh init=normal width=8')) as MapReport;
  expect(trainableDepth.length).toBe(2);
  for (const { x, y } of trainableDepth.flat().filter((_, index) => index % 10 === 0)) {
    const single = (await answer(`gain=${y} act=tanh init=normal depth=1 width=8`)) as Report;
    expect(x).toBeCloseTo(6 * (single.theory?.depthScale ?? Number.NaN), 9);
  }
});

test('a large map is coarse first, and every partial answer knows more than the one before', async () => {
  const counts: number[] = [];
  const onPartial = (report: StudyReport): void => {
    if (report.kind === 'map') counts.push(report.rows.flat().filter((point) => point !== null).length);
  };
  const map = (await answer('gain=0.5..3:10 bias=0..1:10 act=tanh depth=2 width=8', { onPartial })) as MapReport;
  expect(counts).toContain(64);
  expect(counts.at(-1)).toBe(100);
  expect(counts).toEqual([...counts].sort((one, other) => one - other));
  expect(map.unanswered).toEqual([]);
});

test('a cure ranks what it measured, and training proves the best', async () => {
  const cure = (await answer(`fix depth=12 act=sigmoid width=24 seeds=3 batch=20`)) as CureReport;
  expect(cure.patient.verdict.kind).toBe('vanishing');
  const names = cure.treatments.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['relu-he', 'residual', 'layer-norm', 'adam']));
  for (const { report, improvement, decades, changes, effect } of cure.treatments) {
    const before = cure.patient.measured.layers;
    const span = (before[0]?.signal.log10Rms ?? 0) - (before.at(-1)?.signal.log10Rms ?? 0);
    if (decades !== null) expect(improvement).toBeCloseTo(Math.abs(span) - Math.abs(decades), 9);
    expect(effect === 'cures').toBe(report.verdict.kind === 'healthy');
    for (const change of changes) expect(report.query).toContain(change);
  }
  const [untreated, ...treated] = cure.proofs;
  expect(untreated?.name).toBeNull();
  expect(treated.length).toBe(3);
  expect(cure.verdict.headline).toMatch(/cures it: over 12 (?:layer|block)s the gradient .*, where it lost \d/);
  expect(parseQuery(cure.verdict.advice?.query ?? '').kind).toBe('question');
});

test('two remedies go together where they change different things, and stay where they do more than either', async () => {
  const patient = complete({ depth: 12, activation: { name: 'sigmoid', parameter: null } });
  const alone = singles(patient);
  const both = pairs(patient, alone);
  expect(both.length).toBeGreaterThan(5);
  for (const { remedies, changes, experiment } of both) {
    expect(remedies.length).toBe(2);
    const parts = remedies.map((remedy) => alone.find((one) => one.remedies[0] === remedy)?.changes ?? []);
    const [first, second] = parts.map((own) => own.map((change) => change.split('=')[0]));
    expect(first?.filter((key) => second?.includes(key))).toEqual([]);
    expect(changes.length).toBeGreaterThanOrEqual(2);
    for (const one of alone) expect(one.experiment).not.toEqual(experiment);
  }
  const { treatments } = (await answer('fix net=resnet depth=8 act=relu init=he width=24 seeds=3 batch=20')) as CureReport;
  for (const pair of treatments.filter(({ name }) => name.includes(' + '))) {
    for (const part of treatments.filter(({ name }) => pair.name.split(' + ').includes(name)))
      expect(Math.abs(pair.decades ?? Number.NaN)).toBeLessThanOrEqual(Math.abs(part.decades ?? Number.NaN));
  }
});

test('a remedy that makes it worse is shown as such', async () => {
  const { treatments } = (await answer('fix depth=20 act=relu init=he bias=1 width=32 seeds=4 batch=16')) as CureReport;
  const worse = treatments.filter(({ effect }) => effect === 'makes it worse');
  expect(worse.length).toBeGreaterThan(0);
  for (const { improvement } of worse) expect(improvement ?? Number.NEGATIVE_INFINITY).toBeLessThan(0);
  expect(treatments.at(-1)?.effect).toBe('makes it worse');
});

test('a healthy network has nothing to cure', async () => {
  const { verdict, proofs } = (await answer('fix depth=3 act=tanh width=32 seeds=4')) as CureReport;
  expect(verdict.headline).toMatch(/^There is nothing to cure: /);
  expect([verdict.advice, proofs]).toEqual([null, []]);
});

/** Several hands that each take their time, the first the longest. */
const manyHands = (count: number): Hands & { readonly errands: Errand[] } => {
  const errands: Errand[] = [];
  return {
    count,
    errands,
    run: async (errand, options) => {
      errands.push(errand);
      const position = errands.length;
      const brought = await own.run(errand, options);
      await new Promise((resolve) => setTimeout(resolve, position === 1 ? 60 : 5));
      return brought;
    },
  };
};

test.each([`depth=2..9:4 act=sigmoid,tanh ${small}`, 'gain=0.5..3:9 bias=0..1:9 act=tanh depth=2 width=8'])(
  '%s has the same answer whoever runs the errands',
  async (text) => {
    const [alone, together] = [await answer(text), await answer(text, {}, manyHands(3))];
    expect({ ...together, timings: null }).toEqual({ ...alone, timings: null });
  },
);

test('when the time is up an answer tells what is known, and what is not', async () => {
  let clock = 0;
  const now = (): number => {
    clock += 10;
    return clock;
  };
  const swept = (await answer(`depth=2..9:4 act=sigmoid,tanh ${small}`, { now, budgetMs: 15 })) as SweepReport;
  const known = swept.curves.flatMap(({ points }) => points.filter((point) => point !== null));
  expect(known.length).toBeGreaterThan(0);
  expect(known.length + swept.unanswered.length).toBe(8);
  expect(swept.unanswered.length).toBeGreaterThan(0);
  for (const query of swept.unanswered) expect(parseQuery(query).kind).toBe('question');
});

test('even without any time a first network is measured, of every kind of question', async () => {
  let clock = 0;
  const now = (): number => {
    clock += 1000;
    return clock;
  };
  for (const text of [
    `act=sigmoid,tanh ${small}`,
    `depth=2..4 ${small}`,
    'depth=2..4 gain=1..2:3 width=8',
    `fix depth=3 ${small}`,
  ]) {
    const report = (await answer(text, { now, budgetMs: 1 })) as StudyReport;
    expect(report.unanswered.length).toBeGreaterThan(0);
    expect(report.verdict.headline.length).toBeGreaterThan(10);
  }
});

test('whoever no longer wants the answer ends the work', async () => {
  const controller = new AbortController();
  const hands = manyHands(1);
  const asked = answer(`depth=2..40:12 ${small}`, { signal: controller.signal, onPartial: () => controller.abort() }, hands);
  await expect(asked).rejects.toThrow();
  expect(hands.errands.length).toBeLessThan(12);
});

test('progress counts networks, and never goes back', async () => {
  const shares: number[] = [];
  const stages: string[] = [];
  await answer(`depth=2..9:4 act=sigmoid,tanh ${small}`, {
    onProgress: ({ share, stage }) => {
      shares.push(share);
      stages.push(stage);
    },
  });
  expect(shares.at(-1)).toBe(1);
  expect(stages.lastIndexOf('loading')).toBeLessThan(stages.indexOf('measuring'));
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
});

test('a single layer has no depth to lose a gradient over, and is the flattest of all', async () => {
  const { ranking } = (await answer(`depth=1,4 act=sigmoid ${small}`)) as ComparisonReport;
  expect(ranking.map(({ name, value }) => [name, value])[0]).toEqual(['depth 1', 0]);
});

test('where training does not need a cure, that is said instead of praising it', async () => {
  // every step of this net sees the whole input, so what it forgets it is told again
  const cure = (await answer('fix net=rnn depth=20 act=relu width=32 seeds=3 batch=20 train=40')) as CureReport;
  const [untreated, ...treated] = cure.proofs.map(
    ({ report }) => report.record.steps.at(-1)?.loss.mean ?? Number.POSITIVE_INFINITY,
  );
  const isBetter = treated.every((loss) => loss >= (untreated ?? 0));
  if (isBetter && treated.length > 0) expect(cure.verdict.headline).toContain('training does not need it');
  else expect(cure.verdict.headline).not.toContain('training does not need it');
});
