import type { Experiment } from '../../experiment/experiment.ts';
import { type Axis, isRange } from '../../experiment/question.ts';
import { networksAlong } from '../../query/networks-of.ts';
import { printNetwork, printQuery } from '../../query/print-query.ts';
import { depthScalesOfTraining } from '../../verdict/thresholds.ts';
import { sweptAxis } from '../axis-of.ts';
import type { Bench } from '../bench.ts';
import { judgeSweep } from '../judge-sweep.ts';
import { namesApart } from '../names-apart.ts';
import type { Point } from '../point.ts';
import type { QuestionOf, StudyKind } from '../study.ts';
import type { Curve, StudyVerdict, SweepReport } from '../study-report.ts';
import { trainInstead } from '../train-instead.ts';

type Asked = QuestionOf<'sweep'>;

/** `depth=2..64`: a key along its range, and a curve for each combination of what is listed. */
export const sweep: StudyKind<Asked> = {
  answers: ['sweep'],
  run: async (question: Asked, bench: Bench): Promise<SweepReport> => {
    const range = question.axes.find(isRange) as Axis;
    const starts = networksAlong(
      question.experiment,
      question.axes.filter((axis) => axis !== range),
    );
    const along = starts.map((experiment) => networksAlong(experiment, [range]));
    const axis = sweptAxis(range);
    const build = (found: readonly (Point | null)[], advice: StudyVerdict['advice']): SweepReport => {
      const curves = curvesOf(starts, range, found);
      return Object.freeze({
        version: 1,
        kind: 'sweep',
        query: printQuery(question),
        engine: bench.engine(),
        axis,
        curves,
        verdict: judgeSweep(axis, curves, advice),
        unanswered: along.flat().flatMap((experiment, index) => (found[index] == null ? [printNetwork(experiment)] : [])),
        timings: { totalMs: bench.totalMs() },
      });
    };
    const found = await bench.points(along.flat(), (some) => bench.onPartial?.(build(some, null)));
    return build(found, trainInstead(question, 'whether training agrees: which of them learn'));
  },
};

/** Points come curve after curve. */
const curvesOf = (starts: readonly Experiment[], { key, values }: Axis, found: readonly (Point | null)[]): readonly Curve[] => {
  const names = namesApart(starts);
  return starts.map((_, curve): Curve => {
    const points = found.slice(curve * values.length, (curve + 1) * values.length);
    // what each layer does is the same at every depth
    const scale = key === 'depth' ? (points.find((point) => point !== null)?.theory?.depthScale ?? null) : null;
    return {
      name: names[curve] ?? '',
      points,
      depthScale: scale,
      trainableDepth: scale === null ? null : depthScalesOfTraining * scale,
    };
  });
};
