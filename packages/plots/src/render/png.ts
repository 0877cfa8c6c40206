import type { PngOptions } from '../picture.ts';
import { fontFiles } from './fonts.ts';
import { addText } from './png-text.ts';

/** Rasterises a picture, at its own size unless a width is named. `notes` become metadata of the file. */
export const renderPng = async (
  svg: string,
  notes: Readonly<Record<string, string>>,
  { width }: PngOptions = {},
): Promise<Uint8Array> => {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(svg, {
    fitTo: width === undefined ? { mode: 'original' } : { mode: 'width', value: width },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Inter' },
    logLevel: 'off',
  });
  return addText(image.render().asPng(), notes);
};
