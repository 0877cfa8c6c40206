import type { Experiment } from '../../experiment/experiment.ts';
import type { Axis } from '../../experiment/question.ts';
import { networksAlong } from '../../query/networks-of.ts';
import { printNetwork, printQuery } from '../../query/print-query.ts';
import { sweptAxis } from '../axis-of.ts';
import type { Bench } from '../bench.ts';
import { judgeMap } from '../judge-map.ts';
import type { MapLines } from '../map-lines.ts';
import type { Point } from '../point.ts';
import type { QuestionOf, StudyKind } from '../study.ts';
import type { MapReport, StudyVerdict } from '../study-report.ts';
import { trainInstead } from '../train-instead.ts';

type Asked = QuestionOf<'map'>;

/** Points along each side of the map that is drawn first. */
const coarse = 8;

/** `gain=0.5..3 bias=0..1`: a dot for every pair of values; a coarse map first, then all that is between. */
export const map: StudyKind<Asked> = {
  answers: ['map'],
  run: async (question: Asked, bench: Bench): Promise<MapReport> => {
    const [x, y] = question.axes as readonly [Axis, Axis];
    // the second axis runs fastest: row after row of the picture, each along x
    const networks = networksAlong(question.experiment, [y, x]);
    // theory draws while networks are measured; a map that grows meanwhile is shown as soon as its lines are known
    let known: MapLines | null = null;
    const lines = bench.run<'lines'>({ kind: 'lines', study: question }).then((drawn) => {
      known = drawn;
      return drawn;
    });
    // whoever measures may fail first, and then nobody asks for the lines
    lines.catch(() => {});
    const found: (Point | null)[] = networks.map(() => null);
    const build = (drawn: MapLines, advice: StudyVerdict['advice']): MapReport => {
      const rows = y.values.map((_, row) => found.slice(row * x.values.length, (row + 1) * x.values.length));
      const axes = { x: sweptAxis(x), y: sweptAxis(y) };
      return Object.freeze({
        version: 1,
        kind: 'map',
        query: printQuery(question),
        engine: bench.engine(),
        ...axes,
        rows,
        ...drawn,
        seeds: question.experiment.seeds,
        verdict: judgeMap({ ...axes, rows, ...drawn }, advice),
        unanswered: networks.flatMap((experiment, index) => (found[index] === null ? [printNetwork(experiment)] : [])),
        timings: { totalMs: bench.totalMs() },
      });
    };
    for (const positions of stagesOf(x.values.length, y.values.length)) {
      await bench.points(
        positions.map((position) => networks[position] as Experiment),
        (some) => {
          positions.forEach((position, order) => {
            found[position] = some[order] ?? null;
          });
          if (known !== null) bench.onPartial?.(build(known, null));
        },
      );
    }
    return build(await lines, trainInstead(question, 'whether training agrees: where networks learn'));
  },
};

/** Positions of the coarse map, and of what lies between; a small map comes at once. */
const stagesOf = (columns: number, rows: number): readonly (readonly number[])[] => {
  const isCoarse = (index: number, count: number): boolean => count <= coarse || nearestOf(count).has(index);
  const all = Array.from({ length: columns * rows }, (_, position) => position);
  const first = all.filter((position) => isCoarse(position % columns, columns) && isCoarse(Math.floor(position / columns), rows));
  return first.length === all.length ? [all] : [first, all.filter((position) => !first.includes(position))];
};

/** Evenly chosen indices, both ends among them. */
const nearestOf = (count: number): ReadonlySet<number> =>
  new Set(Array.from({ length: coarse }, (_, index) => Math.round((index * (count - 1)) / (coarse - 1))));
