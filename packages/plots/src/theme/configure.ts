import type { Specification } from '../picture.ts';
import type { Theme } from './theme.ts';
import { fontFamily, sizes } from './typography.ts';

/** A theme as Vega-Lite's config. */
export const configure = (theme: Theme): Specification => ({
  background: theme.background,
  font: fontFamily,
  view: { stroke: null },
  mark: { aria: false },
  text: { color: theme.text, fontSize: sizes.text },
  axis: {
    aria: false,
    domainColor: theme.axis,
    gridColor: theme.grid,
    labelColor: theme.quiet,
    labelFontSize: sizes.text,
    labelPadding: 10,
    tickColor: theme.axis,
    ticks: false,
    titleColor: theme.text,
    titleFontSize: sizes.text,
    titleFontWeight: 400,
  },
});
