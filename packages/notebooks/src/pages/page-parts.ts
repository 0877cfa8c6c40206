import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fontFiles } from '@vanish/plots';

/** What every page carries with it, so that it can be read from anywhere, without a network. */
export interface PageParts {
  readonly style: string;
  /** In the order in which they build on each other. */
  readonly scripts: readonly string[];
}

/** Reads the parts, once for all pages. */
export const readParts = (): PageParts => {
  const { resolve } = createRequire(import.meta.url);
  const libraries = ['vega', 'vega-lite', 'vega-embed'].map((name) => join(dirname(resolve(name)), `${name}.min.js`));
  const own = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  return {
    style: [...fontFaces(), own('page.css')].join('\n'),
    scripts: [...libraries.map((path) => readFileSync(path, 'utf8')), own('page.js')],
  };
};

/** Charts are laid out by the widths of Inter. */
const fontFaces = (): readonly string[] => {
  const [regular, semibold] = fontFiles();
  return [
    [regular, '400'],
    [semibold, '600 700'],
  ].map(([path = '', weight]) => {
    const bytes = readFileSync(path).toString('base64');
    return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/ttf;base64,${bytes}); }`;
  });
};
