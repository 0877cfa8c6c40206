import type { Answer } from '@vanish/core';
import type { Picture, ThemeName } from '@vanish/plots';
import { bundlePicture } from './bundle-picture.ts';
import { type AnyPlotName, drawAnswer } from './draw-answer.ts';
import { isInNotebook, say } from './send-bundle.ts';

/** How to show. */
export interface ShowOptions {
  /** What is usual for this kind of answer unless told otherwise: `profile`, `overview`, `forward`, `weights`, … */
  readonly plot?: AnyPlotName;
  /** `light` unless told otherwise. */
  readonly theme?: ThemeName;
}

/**
 * Shows any answer, or a picture that is drawn already, below the cell: a live chart, a PNG and its words in one output. Outside a
 * notebook the words go to standard output.
 * **Throws** RangeError where the answer has no such plot, or lacks the numbers for it.
 */
export const show = async (shown: Answer | Picture, { plot, theme = 'light' }: ShowOptions = {}): Promise<void> => {
  const picture = 'spec' in shown ? shown : await drawAnswer(shown, { plot, theme });
  say(isInNotebook() ? await bundlePicture(picture) : { data: { 'text/plain': picture.alt }, metadata: {} });
};
