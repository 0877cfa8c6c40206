import type { Writing } from './frame/frame.ts';
import type { Picture, PngOptions, Specification } from './picture.ts';

/** A specification as a picture: nothing is rendered before somebody asks, and then once. */
export const finish = (spec: Specification, { headline, alt, query }: Pick<Writing, 'headline' | 'alt' | 'query'>): Picture => {
  const notes = { Title: headline, Description: alt, Query: query };
  let rendered: Promise<string> | undefined;
  const svg = async (): Promise<string> => {
    rendered ??= import('./render/svg.ts').then(({ renderSvg }) => renderSvg(spec));
    return await rendered;
  };
  const png = async (options: PngOptions = {}): Promise<Uint8Array> => {
    const [{ renderPng }, drawn] = await Promise.all([import('./render/png.ts'), svg()]);
    return await renderPng(drawn, notes, options);
  };
  return Object.freeze({ spec, alt, svg, png });
};
