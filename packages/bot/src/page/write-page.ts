import { escapeUTF8 } from 'entities';
import type { Page, PageLayer, PagePicture } from './page.ts';
import { style } from './style.ts';

/** A page as one file of HTML: nothing is loaded, nothing is run, light and dark as the reader likes. */
export const writePage = (page: Page): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
    `<title>${escapeUTF8(page.question)} - Vanish</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<header class="${page.tone}"><h1>${escapeUTF8(page.headline)}</h1></header>`,
    ...page.pictures.map(pictureOf),
    ...section('Why', factsOf(page)),
    ...section('What to try', adviceOf(page)),
    ...section('Layer by layer', tableOf(page.layers)),
    ...section('The question', [
      `<p><code>${escapeUTF8(`vanish ${page.question}`)}</code></p>`,
      '<ul>',
      ...page.measured.map((sentence) => `<li>${escapeUTF8(sentence)}</li>`),
      '</ul>',
    ]),
    '</main>',
    '<footer><p>Made by Vanish, which measures why a deep network does not learn.</p></footer>',
    '</body>',
    '</html>',
    '',
  ].join('\n');

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['<section>', `<h2>${title}</h2>`, ...lines, '</section>'];

const dataOf = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** As images and not as elements: two drawings in one document would share the names of their parts. */
const pictureOf = ({ light, dark, alt }: PagePicture): string =>
  [
    '<figure>',
    '<picture>',
    `<source media="screen and (prefers-color-scheme: dark)" srcset="${dataOf(dark)}">`,
    `<img src="${dataOf(light)}" width="1200" height="800" alt="${escapeUTF8(alt)}">`,
    '</picture>',
    '</figure>',
  ].join('\n');

const factsOf = ({ facts }: Page): readonly string[] =>
  facts.length === 0
    ? []
    : [
        '<dl>',
        ...facts.map(({ label, texts }) => {
          const all = texts.map((text) => `<dd>${escapeUTF8(text)}</dd>`).join('');
          return `<div><dt>${escapeUTF8(label)}</dt>${all}</div>`;
        }),
        '</dl>',
      ];

const adviceOf = ({ advice }: Page): readonly string[] =>
  advice.length === 0
    ? []
    : [
        '<ol>',
        ...advice.map(({ change, why }) => `<li><code>${escapeUTF8(change)}</code><p>${escapeUTF8(why)}</p></li>`),
        '</ol>',
      ];

/** A column after the bars, which is left out where it has nothing to say. */
const columns: readonly { readonly title: string; readonly of: (layer: PageLayer) => string; readonly isNumber: boolean }[] = [
  { title: 'weight gradient', of: ({ gradient }) => gradient, isNumber: true },
  { title: 'update', of: ({ update }) => update, isNumber: true },
  { title: 'activation', of: ({ activation }) => activation, isNumber: false },
  { title: 'bad numbers', of: ({ badNumbers }) => badNumbers, isNumber: false },
];

const tableOf = (layers: readonly PageLayer[]): readonly string[] => {
  if (layers.length === 0) return [];
  const shown = columns.filter(({ of }) => layers.some((layer) => of(layer) !== ''));
  const kind = (isNumber: boolean): string => (isNumber ? ' class="number"' : '');
  const widthOf = barsFor(layers);
  const rowOf = (layer: PageLayer): string => {
    const bar = `<td class="bar" aria-hidden="true"><span style="width:${widthOf(layer)}%"></span></td>`;
    const cells = shown.map(({ of, isNumber }) => `<td${kind(isNumber)}>${escapeUTF8(of(layer))}</td>`).join('');
    return `<tr><th scope="row">${escapeUTF8(layer.name)}</th><td class="number">${escapeUTF8(layer.signal)}</td>${bar}${cells}</tr>`;
  };
  const titles = shown.map(({ title, isNumber }) => `<th scope="col"${kind(isNumber)}>${title}</th>`).join('');
  return [
    '<div class="wide"><table>',
    '<caption>Signal is the rms of ∂loss/∂z, its bar logarithmic; update is |Δw|/|w| of the optimizer’s first step.</caption>',
    `<thead><tr><th scope="col">layer</th><th scope="col" class="number">signal</th><td></td>${titles}</tr></thead>`,
    '<tbody>',
    ...layers.map(rowOf),
    '</tbody>',
    '</table></div>',
  ];
};

/** Shares of the longest bar: the smallest signal keeps a stub, which is more than none. */
const barsFor = (layers: readonly PageLayer[]): ((layer: PageLayer) => number) => {
  const sizes = layers.flatMap(({ log10Signal }) => (log10Signal === null ? [] : [log10Signal]));
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  // fewer than two decades are drawn as what they are: little
  const span = Math.max(2, high - low);
  return ({ log10Signal }) => (log10Signal === null ? 0 : Math.round(100 - (96 * (high - log10Signal)) / span));
};
