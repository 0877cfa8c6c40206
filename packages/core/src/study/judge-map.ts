import { shortNumber, valueOfKey } from '../verdict/words.ts';
import { agreement } from './agreement.ts';
import { type Point, passes } from './point.ts';
import type { MapReport, StudyVerdict } from './study-report.ts';

type Drawn = Pick<MapReport, 'x' | 'y' | 'rows' | 'edge'>;

/** What a map came to: how much of it trains, where it is flattest, and whether theory's edge runs there. */
export const judgeMap = (map: Drawn, advice: StudyVerdict['advice']): StudyVerdict => {
  const places = placesOf(map);
  const trainable = places.filter(({ point }) => passes(point));
  const verb = places.some(({ point }) => point.training !== null) ? 'learn' : 'are trainable';
  const best = bestOf(places);
  const where =
    best === undefined ? '' : `; ${best.word} at ${map.x.key}=${valueOfKey(best.x)} ${map.y.key}=${valueOfKey(best.y)}`;
  return Object.freeze({
    headline: `${trainable.length} of ${places.length} networks ${verb}${where}.`,
    evidence: [edgeFact(map), agreement(places.map(({ point }) => point))].filter((fact) => fact !== null),
    advice: best === undefined ? null : (advice ?? { query: best.point.query, why: 'the whole answer of the best of them' }),
  });
};

interface Place {
  readonly x: number;
  readonly y: number;
  readonly point: Point;
}

const placesOf = ({ x, y, rows }: Drawn): readonly Place[] =>
  rows.flatMap((row, vertical) =>
    row.flatMap((point, horizontal) =>
      point === null ? [] : [{ x: x.values[horizontal] as number, y: y.values[vertical] as number, point }],
    ),
  );

/** The smallest loss of a training, else the flattest signal. */
const bestOf = (places: readonly Place[]): (Place & { readonly word: string }) | undefined => {
  const isTrained = places.some(({ point }) => point.training !== null);
  const size = ({ point }: Place): number =>
    isTrained
      ? (point.training?.loss ?? Number.POSITIVE_INFINITY)
      : Math.abs(point.decadesPerLayer.value ?? Number.POSITIVE_INFINITY);
  const [best] = [...places].sort((one, other) => size(one) - size(other));
  if (best === undefined || size(best) === Number.POSITIVE_INFINITY) return undefined;
  return {
    ...best,
    word: isTrained
      ? `the loss is smallest, ${shortNumber(size(best))},`
      : `the gradient is flattest, ${shortNumber(best.point.decadesPerLayer.value ?? 0)} decades per layer,`,
  };
};

/** Where the edge enters and leaves the map. */
const edgeFact = ({ x, y, edge: [line] }: Drawn): string | null => {
  const [start, end] = [line?.[0], line?.at(-1)];
  if (start === undefined || end === undefined) return null;
  const at = (point: typeof start): string => `${x.key}=${shortNumber(point.x)} ${y.key}=${shortNumber(point.y)}`;
  return `theory's edge of chaos, where χ₁ = 1, runs from ${at(start)} to ${at(end)}`;
};
