import type { Report } from '@vanish/core';
import type { Theme } from './options.ts';

/** A report and how it is to look. */
export interface Drawing {
  readonly report: Report;
  readonly theme: Theme;
}

let isPrepared = false;

/** Loads what draws, once and in the background: it takes as long as loading the engine. */
export const prepareToDraw = (): void => {
  if (isPrepared) return;
  isPrepared = true;
  // a failure will be told by the drawing itself
  import('@vanish/plots').then(({ prepareToDraw: prepare }) => prepare()).catch(() => {});
};

/** The picture as the content of a file. */
export const draw = async ({ report, theme }: Drawing, format: 'png' | 'svg'): Promise<string | Uint8Array> => {
  const { drawReport } = await import('@vanish/plots');
  const picture = await drawReport(report, { theme });
  return format === 'png' ? picture.png() : picture.svg();
};
