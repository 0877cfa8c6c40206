import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notebook } from '../lecture/notebooks.ts';
import { readNotebook } from '../notebook/file.ts';
import { readParts } from './page-parts.ts';
import { type Page, renderIndex, renderPage, titleOf } from './render-page.ts';

/** Writes notebooks, with the outputs that are saved in them, as pages into a folder; their paths, the index first. */
export const writePages = async (notebooks: readonly Notebook[], folder: string): Promise<readonly string[]> => {
  const parts = readParts();
  const pages = notebooks.map(({ name, file }): Page => {
    const cells = readNotebook(readFileSync(file, 'utf8'));
    return { name, title: titleOf(cells), cells };
  });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, html: string): string => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, html);
    return path;
  };
  const paths = [write('index', renderIndex(pages, parts))];
  for (const page of pages) paths.push(write(page.name, await renderPage(page, pages, parts)));
  return paths;
};
