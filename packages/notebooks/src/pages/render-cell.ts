import { recolour, type Specification } from '@vanish/plots';
import type { Output } from '../kernel/output.ts';
import type { RunCell } from '../notebook/cell.ts';
import { escapeHtml, highlight, renderMarkdown } from './render-markdown.ts';

/** A cell and what it left below itself, as HTML. */
export const renderCell = async ({ kind, id, source, outputs }: RunCell): Promise<string> => {
  if (kind === 'markdown') return renderMarkdown(source);
  const code = `<pre class="code" id="${id}"><code>${highlight(source, 'ts')}</code></pre>`;
  return [code, ...(await Promise.all(outputs.map(renderOutput)))].join('\n');
};

const liveChart = 'application/vnd.vegalite.v5+json';

/** The richest form that a page can show. */
const renderOutput = async (output: Output): Promise<string> => {
  if (output.output_type === 'stream') return said(output.text);
  const { data } = output;
  const text = String(data['text/plain'] ?? '');
  if (liveChart in data) return renderPicture(data[liveChart] as Specification, String(data['image/png']), text);
  if ('text/html' in data) return `<div class="table">${String(data['text/html'])}</div>`;
  return said(text);
};

const said = (text: string): string =>
  `<pre class="said${text.startsWith('✓') ? ' claim' : ''}">${escapeHtml(text.trimEnd())}</pre>`;

/** A page draws with the Vega-Lite that it carries; notebooks say the older one that JupyterLab has. */
const $schema = 'https://vega.github.io/schema/vega-lite/v6.json';

/** The PNG stands there until the chart is drawn, and where it cannot be; the words are there for everybody. */
const renderPicture = async (spec: Specification, png: string, alt: string): Promise<string> => {
  const [light, dark] = await Promise.all((['light', 'dark'] as const).map((theme) => recolour({ ...spec, $schema }, theme)));
  return [
    '<figure>',
    `<img src="data:image/png;base64,${png}" width="800" alt="${escapeHtml(alt)}">`,
    '<div class="chart" hidden></div>',
    json('light', light),
    json('dark', dark),
    `<details><summary>in words</summary><p>${escapeHtml(alt)}</p></details>`,
    '</figure>',
  ].join('\n');
};

const json = (theme: string, spec: unknown): string =>
  `<script type="application/json" class="${theme}">${JSON.stringify(spec).replace(/</gu, '\\u003c')}</script>`;
