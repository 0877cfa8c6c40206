import type { ThemeName } from './compose-picture.ts';
import type { Picture, Specification } from './picture.ts';

/** What a chart says, and how it looks. */
export interface DrawChartOptions {
  /** One short sentence, with the number that matters: the headline. */
  readonly title: string;
  /** What the chart shows, for those who cannot see it. */
  readonly alt: string;
  readonly theme?: ThemeName;
}

/**
 * Any Vega-Lite chart as a picture in the colours, the type and the size of all others; what the chart says itself wins. A chart of
 * several views says `autosize`, `padding` and its widths itself. Loads what draws as `drawReport` does.
 */
export const drawChart = async (chart: Specification, { title, alt, theme = 'light' }: DrawChartOptions): Promise<Picture> => {
  const { dressChart } = await import('./dress-chart.ts');
  return dressChart(chart, { title, alt, theme });
};

/** The same specification in the colours of the other theme. */
export const recolour = async (spec: Specification, theme: ThemeName): Promise<Specification> => {
  const { exchangeColours } = await import('./dress-chart.ts');
  return exchangeColours(spec, theme);
};

/** For the axis of a logarithmic scale, `axis: { labelExpr: powersOfTen }`: 10⁻³ in place of 1e-3. */
export const powersOfTen: string = [...'-0123456789']
  .reduce(
    (text, digit, index) => `replace(${text}, /${digit}/g, '${[...'⁻⁰¹²³⁴⁵⁶⁷⁸⁹'][index]}')`,
    "'' + round(log(datum.value) / LN10)",
  )
  .replace(/^(?<exponent>.*)$/u, "datum.value == 1 ? '1' : '10' + $<exponent>");
