import pMap from 'p-map';
import type { AnswerOptions } from './answer-options.ts';
import type { Brought, Errand, ErrandOf, Hands } from './errand.ts';

/** Runs many errands, as many at a time as there are hands, and tells how far they are. */
export interface ErrandRunner {
  readonly run: Hands['run'];
  /** `sizeOf`: networks of an errand. An errand that is not begun in time brings nothing; the very first always is. */
  readonly runAll: <Kind extends Errand['kind']>(
    errands: readonly ErrandOf<Kind>[],
    sizeOf: (errand: ErrandOf<Kind>) => number,
    onDone: (brought: Brought[Kind], index: number) => void,
  ) => Promise<void>;
  /** **Unit** milliseconds since the runner was made. */
  readonly totalMs: () => number;
}

/** A runner over hands, which begins nothing more when the time is up. */
export const createErrandRunner = (hands: Hands, { onProgress, signal, now, budgetMs }: AnswerOptions): ErrandRunner => {
  const started = now?.() ?? 0;
  const totalMs = (): number => (now?.() ?? 0) - started;
  const isOver = (): boolean => budgetMs !== undefined && totalMs() > budgetMs;
  const run: Hands['run'] = (errand, options) => hands.run(errand, { signal, ...options });
  let [begun, done, count] = [0, 0, 0];
  let hasLoaded = false;
  return {
    run,
    totalMs,
    runAll: async (errands, sizeOf, onDone) => {
      count += errands.reduce((sum, errand) => sum + sizeOf(errand), 0);
      const runOne = async (errand: (typeof errands)[number], index: number): Promise<void> => {
        if (isOver() && begun > 0) return;
        begun += 1;
        const size = sizeOf(errand);
        const brought = await run(errand, {
          onProgress: ({ stage, share }) => {
            const isWork = stage === 'measuring' || stage === 'training';
            hasLoaded ||= isWork;
            // every errand begins by loading what has long been loaded, and some hands later than others: no news by then
            const shown = stage === 'loading' && hasLoaded ? 'measuring' : stage;
            const ofErrand = isWork ? size * share : 0;
            if (stage !== 'done') onProgress?.({ stage: shown, share: (done + ofErrand) / count, done, count });
          },
        });
        done += size;
        onDone(brought, index);
        onProgress?.({ stage: 'measuring', share: done / count, done, count });
      };
      await pMap(errands, runOne, { concurrency: hands.count, ...(signal === undefined ? {} : { signal }) });
    },
  };
};
