import { bodiesOf, isBody } from '../body.ts';
import { allOf, also, byType, type Check, finite, listOf, recordOf, words } from './check.ts';

const point: Check = recordOf({ label: words(20), value: finite });
const series: Check = recordOf({ name: words(20), data: listOf(point, { most: 20 }) });
const axes: Check = recordOf({ categories: listOf(words(20), { most: 20 }) }, { x_label: words(50), y_label: words(50) });
const mostSeries = 6;

/** Every point stands on a category: Slack refuses a chart whose labels are not its axis. */
const isOnAxis = also((chart) => {
  const config = chart['axis_config'];
  const categories: readonly unknown[] = isBody(config) && Array.isArray(config['categories']) ? config['categories'] : [];
  return bodiesOf(chart['series']).every((one) => bodiesOf(one['data']).every(({ label }) => categories.includes(label)));
}, 'data labels must match axis_config.categories');

const plotted: Check = allOf(recordOf({ series: listOf(series, { most: mostSeries }), axis_config: axes }), isOnAxis);
const pie: Check = recordOf({ segments: listOf(point, { most: 6 }) });

/**
 * A chart that Slack draws itself.
 *
 * **Source** docs.slack.dev, data visualization block: title 50, 1 to 6 series, labels 20, axis titles 50.
 */
export const chartBlock: Check = allOf(
  also(
    ({ type }, { allowsCharts, surface }) => type !== 'data_visualization' || (allowsCharts && surface === 'message'),
    'unsupported type: data_visualization',
  ),
  recordOf({ title: words(50), chart: byType({ line: plotted, bar: plotted, area: plotted, pie }) }, { block_id: words(255) }),
);
