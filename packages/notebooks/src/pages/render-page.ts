import type { RunCell } from '../notebook/cell.ts';
import type { PageParts } from './page-parts.ts';
import { renderCell } from './render-cell.ts';
import { escapeHtml } from './render-markdown.ts';

/** A page of the lecture. */
export interface Page {
  /** `01-vanishing-gradient` */
  readonly name: string;
  readonly title: string;
  readonly cells: readonly RunCell[];
}

/** The heading of a notebook. */
export const titleOf = (cells: readonly RunCell[]): string => /^# (.*)$/mu.exec(cells[0]?.source ?? '')?.[1] ?? '';

/** A notebook as one file that needs nothing else, between its neighbours. */
export const renderPage = async (page: Page, pages: readonly Page[], parts: PageParts): Promise<string> => {
  const at = pages.indexOf(page);
  const body = await Promise.all(page.cells.map(renderCell));
  const neighbours = `<nav>${link(pages[at - 1], '← ')}<a href="index.html">all notebooks</a>${link(pages[at + 1], '')}</nav>`;
  return wrap(page.title, `${neighbours}\n<main>\n${body.join('\n')}\n</main>\n${neighbours}`, parts);
};

const link = (page: Page | undefined, before: string): string =>
  page === undefined ? '<span></span>' : `<a href="${page.name}.html">${before}${escapeHtml(page.title)}</a>`;

/** All pages in the order of the lecture. */
export const renderIndex = (pages: readonly Page[], parts: PageParts): string => {
  const items = pages.map(({ name, title }) => `<li><a href="${name}.html">${escapeHtml(title)}</a></li>`);
  const body = `<main>\n<h1>Why does this deep network not learn?</h1>\n<ul>${items.join('\n')}</ul>\n</main>`;
  return wrap('Why does this deep network not learn?', body, { ...parts, scripts: [] });
};

const wrap = (title: string, body: string, { style, scripts }: PageParts): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    `<body>\n${body}`,
    // whatever ends a script must not stand inside one
    ...scripts.map((script) => `<script>${script.replace(/<\/script/giu, '<\\/script')}</script>`),
    '</body>',
    '</html>\n',
  ].join('\n');
