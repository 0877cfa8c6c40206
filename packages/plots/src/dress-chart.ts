import type { ThemeName } from './compose-picture.ts';
import type { DrawChartOptions } from './draw-chart.ts';
import { finish } from './finish.ts';
import { canvas } from './frame/frame.ts';
import { axisWidth } from './frame/labelled-scale.ts';
import type { Json, Picture, Specification } from './picture.ts';
import { configure } from './theme/configure.ts';
import * as themes from './theme/index.ts';
import type { Theme } from './theme/theme.ts';
import { sizes } from './theme/typography.ts';

const shelf: Readonly<Record<ThemeName, Theme>> = themes;

/** Room around a chart of one view: for the headline, the numbers left and below, and the names of axes. **Unit** pixels. */
const edge = 40;
const room = { left: edge + axisWidth, right: 60, top: 132, bottom: 110 } as const;

/**
 * A chart in a theme: composed as all pictures are, 1200 wide, the headline above, the vertical axis' title above its numbers. Nothing
 * is sized by its texts, which are measured differently by every reader's browser.
 */
export const dressChart = (chart: Specification, { title, alt, theme }: Required<DrawChartOptions>): Picture => {
  const colours = shelf[theme];
  const spec: Specification = {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    description: alt,
    title: headline(title, colours),
    width: canvas.width - room.left - room.right,
    height: 480,
    padding: room,
    autosize: 'none',
    ...chart,
    config: {
      ...configure(colours),
      ...seriesIn(colours),
      axisX: { grid: false, labelFlush: false, titlePadding: 12 },
      axisY,
      ...objectOf(chart['config']),
    },
  };
  return finish(spec, { headline: title, alt, query: '' });
};

const headline = (title: string, theme: Theme): Specification => ({
  text: title,
  color: theme.text,
  fontSize: sizes.headline,
  fontWeight: 600,
  anchor: 'start',
  frame: 'group',
  dx: -axisWidth,
  offset: 36,
});

/** One series is blue, more are told apart by hue; a line is thick enough to be seen from the last row. */
const seriesIn = ({ measured, theory, second, limit, zero, broken }: Theme): Specification => ({
  mark: { aria: false, color: measured },
  line: { strokeWidth: 3 },
  point: { filled: true, size: 60, opacity: 1 },
  range: { category: [measured, theory, second, zero, limit, broken] },
});

const axisY = {
  domain: false,
  titleAlign: 'left',
  titleAnchor: 'start',
  titleAngle: 0,
  titleBaseline: 'bottom',
  titleX: -axisWidth,
  titleY: -20,
} as const;

const objectOf = (config: Json | undefined): Specification =>
  typeof config === 'object' && config !== null && !Array.isArray(config) ? (config as Specification) : {};

/** Every colour of a picture is one of its theme, and no theme has one twice: so they can be exchanged one by one. */
export const exchangeColours = (spec: Specification, theme: ThemeName): Specification => {
  const target = shelf[theme];
  const others = Object.values(shelf).filter((other) => other !== target);
  const colours = new Map(others.flatMap((other) => roles.map((role) => [other[role].toLowerCase(), target[role]] as const)));
  const text = JSON.stringify(spec).replace(/#[0-9a-f]{6}\b/giu, (colour) => colours.get(colour.toLowerCase()) ?? colour);
  return JSON.parse(text) as Specification;
};

const roles = (Object.keys(themes.light) as (keyof Theme)[]).filter((role) => role !== 'name');
